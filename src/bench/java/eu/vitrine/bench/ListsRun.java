package eu.vitrine.bench;

import eu.vitrine.Browser;
import eu.vitrine.VitrineServer;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fills a database with models like those of the starter catalogue, with other names and figures, and asks for pages of their list. */
final class ListsRun {

    static final int ROUNDS = 100;
    private static final int WARM_UP = 40;
    private static final int PAGES_ON = 40;
    private static final int AT_ONCE = 1_000;
    private static final OffsetDateTime RECORDED = OffsetDateTime.parse("2026-06-01T00:00:00Z");
    private static final MathContext DIGITS = new MathContext(6);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] SYLLABLES = "ba co du fe gi lo mu na pe ri so tu va we xi yo za kle bro sti".split(" ");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\"[^>]*href=\"([^\"]+)\"|href=\"([^\"]+)\"[^>]*rel=\"next\"");

    private final Random random = new Random(20261125);

    private ListsRun() {}

    /** Addresses by the name of what they are; the names are those of the numbers that a run prints. */
    static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("first", "/models?view=none");
        pages.put("hundred", "/models?size=100");
        pages.put("deep", "/models?size=100&sort=name");
        pages.put("changed", "/models?sort=-changed");
        pages.put("figure", "/models?sort=-model.architecture.parameters_total");
        pages.put("word.rare", "/models?q=bacodu");
        pages.put("word.common", "/models?q=instruct");
        pages.put("words", "/models?q=qwen+kle");
        pages.put("slip", "/models?q=mitsral");
        pages.put("choice", "/models?weights=open");
        pages.put("choices", "/models?weights=open&country=FR&input=image");
        pages.put("provider", "/models?provider=mistral&sort=-changed");
        pages.put("range", "/models?model.architecture.parameters_total.min=1e9&model.architecture.parameters_total.max=2e9&weights=open");
        pages.put("unknown", "/models?model.release.eu_placing_date=not-known");
        pages.put("nothing", "/models?q=no-such-model-anywhere");
        pages.put("columns", "/models?columns=provider&columns=licence&columns=model.architecture.parameters_total&columns=model.release.eu_placing_date&columns=changed&columns=assessment");
        pages.put("unit", "/models?weights=open");
        pages.put("json", "/api/v1/models?limit=100");
        return pages;
    }

    /** What a page is, for people. */
    static String words(String name) {
        return switch (name) {
            case "first" -> "first page";
            case "hundred" -> "first page, 100 models";
            case "deep" -> "page " + PAGES_ON + ", 100 models";
            case "changed" -> "newest change first";
            case "figure" -> "most parameters first";
            case "word.rare" -> "a word that few have";
            case "word.common" -> "a word that many have";
            case "words" -> "two beginnings of words";
            case "slip" -> "a word spelt wrongly";
            case "choice" -> "one filter";
            case "choices" -> "three filters";
            case "provider" -> "one provider, newest change first";
            case "range" -> "a range and a filter";
            case "unknown" -> "a date not known";
            case "nothing" -> "a search that finds nothing";
            case "columns" -> "six columns";
            case "unit" -> "one filter, as a person of one unit";
            default -> "JSON, 100 models";
        };
    }

    /** Takes the database, {@code h2} or {@code postgres}, and how many models there are to be. */
    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench", "scratch")).toAbsolutePath(), "lists");
        List<String> settings = new ArrayList<>(List.of("--server.port=0", "--vitrine.evidence.folder=" + folder.resolve("evidence"), "--logging.level.root=error"));
        EmbeddedPostgres postgres = null;
        if (args[0].equals("postgres")) {
            postgres = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres").toFile()).start();
            settings.addAll(List.of("--spring.profiles.active=postgres", "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "--spring.datasource.username=postgres"));
        } else {
            settings.add("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("vitrine") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
        }
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(VitrineServer.class).run(settings.toArray(String[]::new))) {
            new ListsRun().run(server, Integer.parseInt(args[1]));
        } finally {
            if (postgres != null) {
                postgres.close();
            }
        }
    }

    private void run(ConfigurableApplicationContext server, int records) throws Exception {
        JdbcTemplate jdbc = server.getBean(JdbcTemplate.class);
        fill(jdbc, server.getBean(TransactionOperations.class), records);
        jdbc.update("UPDATE registry_index_shape SET shape = NULL");
        long before = System.nanoTime();
        server.getBean("indexRebuild", ApplicationRunner.class).run(null);
        System.out.println("index=" + (System.nanoTime() - before) / 1e9);
        int port = Integer.parseInt(String.valueOf(server.getEnvironment().getProperty("local.server.port")));
        People people = new People(server);
        Browser officer = people.signedIn(port, people.with(Role.OFFICER));
        People.Person ofUnit = people.with(Role.OFFICER);
        jdbc.update("INSERT INTO unit (slug, name, created_at) VALUES ('bench', 'Bench', CURRENT_TIMESTAMP)");
        jdbc.update("UPDATE user_account SET all_units = FALSE WHERE id = ?", ofUnit.id().value());
        jdbc.update("INSERT INTO user_account_unit (user_id, unit) VALUES (?, 'bench')", ofUnit.id().value());
        Browser colleague = people.signedIn(port, ofUnit);
        Map<String, String> pages = pages();
        pages.put("deep", deep(officer, pages.get("deep")));
        for (int i = 0; i < WARM_UP; i++) { // all in turn, so that no page is measured while the compiler still learns from another
            pages.forEach((name, path) -> answered(name.equals("unit") ? colleague : officer, path));
        }
        pages.forEach((name, path) -> measure(name, name.equals("unit") ? colleague : officer, path));
    }

    private static String deep(Browser browser, String path) {
        String address = path;
        for (int i = 1; i < PAGES_ON; i++) {
            Matcher next = NEXT.matcher(browser.get(address).body());
            if (!next.find()) {
                throw new IllegalStateException("There is no page after " + address);
            }
            address = (next.group(1) == null ? next.group(2) : next.group(1)).replace("&amp;", "&");
        }
        return address;
    }

    private static void measure(String name, Browser browser, String path) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(answered(browser, path));
        }
        times.sort(null);
        System.out.println(name + ".median=" + Rounds.median(times));
        System.out.println(name + ".p95=" + times.get((int) Math.ceil(ROUNDS * 0.95) - 1));
    }

    /** Milliseconds until the whole answer was there. */
    private static double answered(Browser browser, String path) {
        long before = System.nanoTime();
        int status = browser.get(path).status();
        double millis = (System.nanoTime() - before) / 1e6;
        if (status != 200) {
            throw new IllegalStateException(path + " was answered " + status);
        }
        return millis;
    }

    private void fill(JdbcTemplate jdbc, TransactionOperations transactions, int records) throws IOException {
        List<JsonNode> models = jdbc.query("SELECT v.canonical FROM registry_record r JOIN registry_revision v ON v.record_id = r.id AND v.number = r.head_number"
                + " WHERE r.kind = 'MODEL' ORDER BY r.slug", (row, n) -> JSON.readTree(row.getBytes(1)));
        for (int from = 0; from < records; from += AT_ONCE) {
            List<Object[]> identities = new ArrayList<>();
            List<Object[]> revisions = new ArrayList<>();
            for (int i = from; i < Math.min(records, from + AT_ONCE); i++) {
                ObjectNode model = (ObjectNode) models.get(random.nextInt(models.size())).deepCopy();
                String name = model.path("name").asString() + " " + word() + " " + i;
                model.put("slug", model.path("slug").asString() + "-" + i).put("name", name);
                vary(model);
                removeNotes(model);
                byte[] canonical = JSON.writeValueAsBytes(model);
                UUID id = new UUID(random.nextLong(), random.nextLong());
                identities.add(new Object[] {id, model.path("slug").asString(), name, random.nextInt(10) == 0 ? "bench" : random.nextInt(2) == 0 ? "other" : null});
                revisions.add(new Object[] {id, canonical, sha256(canonical), RECORDED.plusSeconds(random.nextInt(10_000_000))});
            }
            transactions.executeWithoutResult(status -> {
                jdbc.batchUpdate("INSERT INTO registry_record (id, kind, slug, name, head_number, created_at, row_version, unit) VALUES (?, 'MODEL', ?, ?, 1, CURRENT_TIMESTAMP, 0, ?)", identities);
                jdbc.batchUpdate("INSERT INTO registry_revision (record_id, number, canonical, sha256, recorded_at, actor_id, actor_name, origin)"
                        + " VALUES (?, 1, ?, ?, ?, 'bench', 'Bench', 'IMPORT')", revisions);
            });
        }
    }

    private String word() {
        return SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    /** Gives every number another one, unless it stands in a range. */
    private void vary(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.path(name);
                if (name.equals("value") && value.isNumber() && !object.has("min") && !object.has("max")) {
                    BigDecimal other = value.decimalValue().multiply(BigDecimal.valueOf(0.1 + 3 * random.nextDouble()), DIGITS);
                    object.put(name, value.isIntegralNumber() ? new BigDecimal(other.toBigInteger().max(BigInteger.ONE)) : other);
                } else {
                    vary(value);
                }
            }
        }
    }

    /** No list reads notes, and without them the database is filled in half the time. */
    private static void removeNotes(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("note");
        }
        node.forEach(ListsRun::removeNotes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java virtual machine has SHA-256", e);
        }
    }
}
