-- Who follows which use, and the verdict that the person has taken note of.
CREATE TABLE approval_follow (
    user_id  UUID                        NOT NULL,
    use_slug VARCHAR(200)                NOT NULL,
    since    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    noted    VARCHAR(20)                 NOT NULL,
    PRIMARY KEY (user_id, use_slug)
);
