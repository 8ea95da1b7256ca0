package eu.vitrine.registry;

import eu.vitrine.facts.Observation;
import java.util.List;

/** What others observed about models, with its review, for floors that do not know how findings are kept. */
public interface FindingsOnRecord {

    /**
     * All findings about a model as they are now, oldest first, those withdrawn and superseded among them. Whoever asks has checked that
     * the person may know of the model.
     *
     * @param model slug of the model
     */
    List<Observation> of(String model);
}
