-- Units of the organisation. A person belongs to all of them, also to those to come, or to the ones named.
CREATE TABLE unit (
    slug       VARCHAR(60)                 NOT NULL PRIMARY KEY,
    name       VARCHAR(100)                NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE user_account_unit (
    user_id UUID        NOT NULL REFERENCES user_account (id),
    unit    VARCHAR(60) NOT NULL REFERENCES unit (slug),
    PRIMARY KEY (user_id, unit)
);

ALTER TABLE user_account ADD COLUMN all_units BOOLEAN DEFAULT TRUE NOT NULL;
