package eu.vitrine.forms;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;

/** A record that is edited. */
record Place(Kind kind, String slug, String name) {

    /** Path of the page of the record. */
    public String path() {
        return RecordName.pathOf(kind, slug);
    }

    /** Path of the list of tasks of its form. */
    public String edit() {
        return path() + "/edit";
    }

    public String edit(String page) {
        return edit() + "/" + page;
    }
}
