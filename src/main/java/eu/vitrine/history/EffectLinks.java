package eu.vitrine.history;

import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Effect;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.OpenDoors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where answers that change can be read up. */
@Component
class EffectLinks {

    private final Assessments assessments;
    private final OpenDoors doors;

    EffectLinks(Assessments assessments, OpenDoors doors) {
        this.assessments = assessments;
        this.doors = doors;
    }

    /** The links for one effect. */
    Links of(Effect effect) {
        Map<RecordName, String> newest = new HashMap<>();
        for (Kind kind : List.of(Kind.MODEL, Kind.USE, Kind.ORGANISATION)) {
            List<RecordName> records = effect.records().stream().map(Effect.OfRecord::record).filter(record -> record.kind() == kind).toList();
            for (AssessmentLine line : assessments.latestOf(kind, records.stream().map(RecordName::slug).toList())) {
                records.stream().filter(record -> record.slug().equals(line.slug())).forEach(record -> newest.put(record, line.path()));
            }
        }
        return new Links(newest, doors.lead("/policies"));
    }

    /**
     * @param newest path of the newest assessment by record; a record that was never assessed is missing
     * @param mayReadPolicies whether the person may open the policy book
     */
    record Links(Map<RecordName, String> newest, boolean mayReadPolicies) {

        /** The finding in the newest assessment, else the policy; null where neither can be opened. */
        public @Nullable String to(RecordName record, String policy) {
            String assessment = newest.get(record);
            return assessment != null ? assessment + "/findings/" + policy : mayReadPolicies ? "/policies/" + policy : null;
        }
    }
}
