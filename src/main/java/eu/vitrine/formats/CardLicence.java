package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The licence that a card names: an identifier of the hub, or "other" with a name and a link of its own. */
final class CardLicence {

    private final Draft draft;
    private final Values values;
    private final LicenceNames names;
    private final @Nullable HubName hub;

    CardLicence(Draft draft, Values values, LicenceNames names, @Nullable HubName hub) {
        this.draft = draft;
        this.values = values;
        this.names = names;
        this.hub = hub;
    }

    void read(Map<String, Located> fields) {
        List<Values.Item> stated = values.texts(fields.get("license"), "license", "licence.id");
        Located nameNode = fields.get("license_name");
        String name = values.text(nameNode, "license_name", "licence.id");
        boolean other = stated.size() == 1 && stated.getFirst().text().equalsIgnoreCase("other");
        if (other && name == null) {
            draft.remarks().notAFact(stated.getFirst().place(), "licence.id", "other", "The card says that the licence is another one and not which.",
                    "Read the licence in the repository and enter it.");
        }
        List<Values.Item> named = other || stated.isEmpty() ? name == null || nameNode == null ? List.of()
                : List.of(new Values.Item(name, values.at(nameNode, "license_name"))) : stated;
        for (Values.Item item : named) {
            LicenceNames.Named licence = LicenceNames.namesNone(item.text()) ? null : names.ofHub(item.text());
            if (licence == null) {
                draft.remarks().notAFact(item.place(), "licence.id", item.text(), "This names no licence.",
                        "Read the licence in the repository and enter it.");
                continue;
            }
            draft.licence(licence, item.place(), licence.id().startsWith("LicenseRef-") && !licence.onBoard()
                    ? "named " + Wording.quoted(item.text()) + " by the card; SPDX has no such identifier" : null);
            if (named.size() == 1) {
                draft.covers(licence.slug(), "weights", item.place(), "the card names one licence for the repository of the model");
                link(licence, fields.get("license_link"));
            }
        }
        if (named.size() > 1) {
            draft.remarks().notAFact(named.getFirst().place(), "licence.artefacts", named.stream().map(Values.Item::text)
                    .collect(Collectors.joining(", ")),
                    "The card names several licences and not what each covers.", "Read the licences and enter what each covers.");
        }
        Located link = fields.get("license_link");
        if (named.size() != 1 && link != null && !link.isNull()) {
            draft.remarks().notAFact(values.at(link, "license_link"), "licence.url", Values.summary(link),
                    "Which licence the link belongs to is not said.", null);
        }
        if (!other && !stated.isEmpty() && name != null && nameNode != null) {
            draft.remarks().notAFact(values.at(nameNode, "license_name"), "licence.id", name,
                    "A name of its own belongs to the licence \"other\"; here the card names a known one.", null);
        }
    }

    private void link(LicenceNames.Named licence, @Nullable Located node) {
        String link = values.text(node, "license_link", "licence.url");
        if (link == null || node == null) {
            return;
        }
        Place place = values.at(node, "license_link");
        boolean file = link.matches("(?i)(\\./)?[A-Za-z0-9_.-]{1,60}");
        if (Wording.isAddress(link)) {
            draft.licence(licence.slug(), "licence.url", new FactValue.Text(link), place, null);
        } else if (file && hub != null) {
            draft.licence(licence.slug(), "licence.url", new FactValue.Text(hub.address(link.replaceFirst("^\\./", ""))), place,
                    "file " + Wording.quoted(link) + " in the repository of the card");
        } else {
            draft.remarks().leftOut(place, "licence.url", link, file ? "The link is a file in the repository, and its address is not known."
                    : "This is no address that begins with https:// or http://.", "Enter the address of the licence text.");
        }
    }
}
