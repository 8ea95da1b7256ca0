package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that acts for a person by a token, for one request. */
final class TokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final SignedInPerson person;
    private final transient ApiToken token;

    TokenAuthentication(SignedInPerson person, ApiToken token) {
        super(person.authorities());
        this.person = person;
        this.token = token;
        super.setAuthenticated(true);
    }

    ApiToken token() {
        return token;
    }

    /** The person, so that nobody decides by a token on what they entered by hand or the other way round; the name says both. */
    Actor actor() {
        Actor actor = person.actor();
        return new Actor(actor.id(), actor.name() + ", by token “" + token.name() + "”");
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public SignedInPerson getPrincipal() {
        return person;
    }
}
