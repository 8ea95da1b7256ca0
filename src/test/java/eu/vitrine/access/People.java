package eu.vitrine.access;

import eu.vitrine.Browser;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** People for tests; each has a name of their own, so that tests on one server do not meet. */
public final class People {

    public static final String PASSWORD = "green herons wade before the tide turns";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Hashed once: it is slow on purpose. */
    private static final String PASSWORD_HASH = new Passwords().hash(PASSWORD);

    private final UserRepository users;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final ApiTokens tokens;

    public People(ApplicationContext context) {
        users = context.getBean(UserRepository.class);
        transactions = context.getBean(TransactionOperations.class);
        clock = context.getBean(Clock.class);
        jdbc = context.getBean(JdbcClient.class);
        tokens = context.getBean(ApiTokens.class);
    }

    public record Person(UserId id, String name) {}

    /** Somebody with these roles, who can sign in. */
    public Person with(Role first, Role... others) {
        String name = "person" + COUNT.incrementAndGet();
        return transactions.execute(status -> {
            var account = new UserAccount(SignInName.of(name).orElseThrow(), "Person " + name, EnumSet.of(first, others), clock.instant());
            account.choosePassword(PASSWORD_HASH);
            users.save(account);
            return new Person(new UserId(account.id()), name);
        });
    }

    /** The same person, who sees records of these units alone. */
    public Person of(Person person, String... units) {
        return transactions.execute(status -> {
            users.findById(person.id().value()).orElseThrow().belongTo(new UnitScope(false, java.util.Set.of(units)));
            return person;
        });
    }

    /** A browser in which that person has signed in. */
    public Browser signedIn(int port, Person person) {
        var browser = new Browser(port);
        browser.get("/sign-in");
        var page = browser.post("/sign-in", "name", person.name(), "password", PASSWORD);
        if (page.status() != 200) {
            throw new IllegalStateException("Sign-in of " + person + " was answered " + page.status());
        }
        return browser;
    }

    /** Lets the present thread act as that person. */
    public void actAs(Person person) {
        SignedInPerson who = users.findById(person.id().value()).orElseThrow().signedIn(clock.instant());
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(who, null, who.authorities()));
    }

    /** An API token of that person, by which everything is read that the person may read. */
    public String token(Person person) {
        actAs(person);
        String secret = tokens.make("a gate", EnumSet.of(Scope.READ), 30).text().secret();
        SecurityContextHolder.clearContext();
        return secret;
    }

    /** As on the first start: no users, no links, no failures. */
    public void nobody() {
        for (String table : List.of("api_token", "set_up_link", "user_account_unit", "user_account_role", "user_account", "sign_in_failure")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }
}
