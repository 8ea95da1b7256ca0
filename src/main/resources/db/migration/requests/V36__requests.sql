-- What colleagues ask to use. A request is answered once and stays.
CREATE TABLE use_request (
    number        INTEGER                     NOT NULL PRIMARY KEY,
    what          VARCHAR(300)                NOT NULL,
    url           VARCHAR(1000),
    purpose       VARCHAR(4000)               NOT NULL,
    data_class    VARCHAR(40),
    wanted_by     DATE,
    unit          VARCHAR(60),
    asked_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    asked_by      VARCHAR(64)                 NOT NULL,
    asked_by_name VARCHAR(200)                NOT NULL,
    status        VARCHAR(20)                 NOT NULL,
    expected_on   DATE,
    handled_by    VARCHAR(64),
    handler_name  VARCHAR(200),
    record_kind   VARCHAR(20),
    record_slug   VARCHAR(200),
    answer        VARCHAR(4000),
    row_version   INTEGER                     NOT NULL
);
CREATE INDEX use_request_by_status ON use_request (status, expected_on);
CREATE INDEX use_request_by_person ON use_request (asked_by);
