package eu.vitrine.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server how to get in, as long as nobody can. */
@Component
class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final SetUp setUp;
    private final Links links;

    FirstStart(SetUp setUp, Links links) {
        this.setUp = setUp;
        this.links = links;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayHowToGetIn() {
        if (setUp.isNobodyYet()) {
            LOG.info("""
                    Nobody can sign in yet. Open this link to create the first administrator:

                        {}

                    It works once, within {} minutes. If it has expired, start Vitrine again: a new one is printed here.
                    """, links.setUp(setUp.firstLink()), SetUp.FIRST_LINK_VALIDITY.toMinutes());
        }
    }
}
