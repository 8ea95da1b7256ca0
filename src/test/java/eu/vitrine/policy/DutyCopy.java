package eu.vitrine.policy;

import java.util.List;

/** A duty with one of its components replaced. */
record DutyCopy(Duty duty) {

    DutyCopy applicability(Decision one) {
        return new DutyCopy(new Duty(duty.policy(), one, duty.due(), duty.begins(), duty.evidence(), duty.otherwise(), duty.points(),
                duty.checklist(), duty.support(), duty.authority(), duty.power(), duty.owedToUs(), duty.weight()));
    }

    DutyCopy due(Expr one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), one, duty.begins(), duty.evidence(), duty.otherwise(), duty.points(),
                duty.checklist(), duty.support(), duty.authority(), duty.power(), duty.owedToUs(), duty.weight()));
    }

    DutyCopy begins(Expr one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), duty.due(), one, duty.evidence(), duty.otherwise(), duty.points(),
                duty.checklist(), duty.support(), duty.authority(), duty.power(), duty.owedToUs(), duty.weight()));
    }

    DutyCopy evidence(Decision one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), duty.due(), duty.begins(), one, duty.otherwise(), duty.points(),
                duty.checklist(), duty.support(), duty.authority(), duty.power(), duty.owedToUs(), duty.weight()));
    }

    DutyCopy otherwise(EvidenceReason one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), duty.due(), duty.begins(), duty.evidence(), one, duty.points(),
                duty.checklist(), duty.support(), duty.authority(), duty.power(), duty.owedToUs(), duty.weight()));
    }

    DutyCopy points(Duty.Points one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), duty.due(), duty.begins(), duty.evidence(), duty.otherwise(), one,
                duty.checklist(), duty.support(), duty.authority(), duty.power(), duty.owedToUs(), duty.weight()));
    }

    DutyCopy checklist(Duty.Checklist one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), duty.due(), duty.begins(), duty.evidence(), duty.otherwise(),
                duty.points(), one, duty.support(), duty.authority(), duty.power(), duty.owedToUs(), duty.weight()));
    }

    DutyCopy support(List<Duty.Support> one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), duty.due(), duty.begins(), duty.evidence(), duty.otherwise(),
                duty.points(), duty.checklist(), one, duty.authority(), duty.power(), duty.owedToUs(), duty.weight()));
    }

    DutyCopy power(Expr one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), duty.due(), duty.begins(), duty.evidence(), duty.otherwise(),
                duty.points(), duty.checklist(), duty.support(), duty.authority(), one, duty.owedToUs(), duty.weight()));
    }

    DutyCopy owedToUs(Expr one) {
        return new DutyCopy(new Duty(duty.policy(), duty.applicability(), duty.due(), duty.begins(), duty.evidence(), duty.otherwise(),
                duty.points(), duty.checklist(), duty.support(), duty.authority(), duty.power(), one, duty.weight()));
    }
}
