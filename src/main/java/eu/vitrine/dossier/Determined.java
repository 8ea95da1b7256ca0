package eu.vitrine.dossier;

import java.util.List;

/**
 * What a person determined about the answer of one policy and a second one confirmed, in the words of its page, as it stood on the day of issue.
 *
 * @param number number of the determination
 * @param policy id of the policy it stands beside
 * @param lead the answer in a few words
 * @param conclusion what the person concludes
 * @param reason why
 * @param sources addresses and hashes of evidence
 * @param people who proposed and who confirmed it, on which assessment, and until when it holds
 */
public record Determined(int number, String policy, String lead, String conclusion, String reason, List<String> sources, String people) {

    public Determined {
        sources = List.copyOf(sources);
    }

    Fields fields() {
        return new Fields().with("lead", lead).with("conclusion", conclusion).with("reason", reason).with("people", people)
                .with("sources", sources.isEmpty() ? null : String.join("; ", sources));
    }
}
