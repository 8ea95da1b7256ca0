-- Which archived bytes a finding refers to, now or in an earlier version.
CREATE TABLE behaviour_finding_evidence (
    sha256     VARCHAR(64) NOT NULL,
    finding_id UUID        NOT NULL REFERENCES behaviour_finding (id),
    PRIMARY KEY (sha256, finding_id)
);
