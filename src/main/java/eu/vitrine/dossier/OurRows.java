package eu.vitrine.dossier;

import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import java.util.ArrayList;
import java.util.List;

/** What the cover says of our own side: what licence and terms let us do, what we owe, and what our own rules ask. */
final class OurRows {

    private final Texts texts;
    private final DossierContent content;
    private final UseRights rights;
    private final HouseRules house;

    OurRows(Texts texts, DossierContent content, UseRights rights, HouseRules house) {
        this.texts = texts;
        this.content = content;
        this.rights = rights;
        this.house = house;
    }

    /** Whether licence and terms let us, in one short sentence. */
    String right() {
        var whole = content.evaluation().useRight();
        return whole == null ? texts.of("rights.none") : texts.of(whole, "rights");
    }

    /** Rights and duties of ours, where they were asked. */
    List<Fields> own() {
        Evaluation evaluation = content.evaluation();
        List<Fields> rows = new ArrayList<>();
        if (!evaluation.useRights().isEmpty()) {
            rows.add(CoverLine.row(texts.of("cover.row.rights"), CoverLine.to(rights.sentence(evaluation), "rights")));
        }
        List<Finding> own = evaluation.findings().stream().filter(one -> one.family() == Family.OUR_DUTY).toList();
        if (!own.isEmpty()) {
            rows.add(CoverLine.row(texts.of("cover.row.ours"), ourLines(own)));
        }
        return rows;
    }

    private List<Fields> ourLines(List<Finding> own) {
        List<Fields> lines = new ArrayList<>();
        List<String> mayApply = own.stream().filter(one -> one.answers().mayApply()).map(one -> one.policy().reference()).toList();
        lines.add(CoverLine.to(mayApply.isEmpty() ? texts.of("cover.ours.none")
                : texts.of("cover.ours.apply", "references", References.joined(mayApply)), "ours"));
        new Outlook(texts, content.policySet()).next(content.evaluation(), true).ifPresent(next -> lines.add(CoverLine.of(next)));
        return lines;
    }

    /** Our role, whether the use is high-risk, and what is inside the service. */
    List<Fields> classified(MakerRows maker) {
        List<Fields> rows = new ArrayList<>();
        for (String name : List.of(Names.OUR_ROLE, Names.HIGH_RISK, Names.EMBEDDED)) {
            Classification one = name.equals(Names.EMBEDDED) ? Embedded.of(content) : content.evaluation().classifications().get(name);
            if (one != null) {
                rows.add(CoverLine.row(texts.of("cover.row." + name),
                        CoverLine.to(maker.classified(name), name.equals(Names.EMBEDDED) ? "embedded" : "class-" + one.policy().id())));
            }
        }
        return rows;
    }

    /** Our own rules, where they were asked. */
    List<Fields> rules() {
        return content.evaluation().houseRules().isEmpty() ? List.of()
                : List.of(CoverLine.row(texts.of("cover.row.house"), CoverLine.to(house.sentence(content.evaluation()), "house")));
    }
}
