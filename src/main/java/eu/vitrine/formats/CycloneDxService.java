package eu.vitrine.formats;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import java.util.List;
import java.util.Set;

/** A service that the file connects with the model. */
final class CycloneDxService {

    private final BomDraft draft;

    CycloneDxService(BomDraft draft) {
        this.draft = draft;
    }

    void read(BomNode service, String model) {
        BomNode at = service.get("name");
        String name = draft.name(at, null);
        String made = name == null ? null : Codes.slug(name);
        if (name == null || made == null) {
            draft.leftOut(service, null, "The service has no usable name.");
            return;
        }
        String slug = draft.own().slugs(Kind.SERVICE).contains(name) ? name : made.replace('.', '-');
        draft.part(Kind.SERVICE, slug);
        BomNode operator = service.at("provider", "name");
        String said = draft.name(operator, "service.operator");
        if (said != null && operator != null) {
            draft.field(Kind.SERVICE, slug, "service.operator", new FactValue.Text(said), operator, null);
        }
        String reference = draft.own().present() ? null : Codes.slug(model);
        if (reference != null) {
            draft.derived(Kind.SERVICE, slug, "service.models", new FactValue.Items(List.of(reference.replace('.', '-'))), service,
                    "the file connects the service with the model");
        }
        for (BomNode each : draft.few(service, "externalReferences")) {
            draft.reference(each, String.valueOf(each.text("type")), each.text("url"));
        }
        draft.unused(service, Set.of("bom-ref", "name", "provider", "externalReferences"));
    }
}
