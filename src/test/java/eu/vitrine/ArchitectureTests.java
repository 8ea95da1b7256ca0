package eu.vitrine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of packages in docs/architecture.md, held by a test. Both change in one commit, with a decision record. */
class ArchitectureTests {

    private static final String ROOT = "eu.vitrine.";
    private static final Set<String> SERVER_FLOORS = Set.of("audit", "web", "api", "access", "evidence");
    private static final Set<String> PURE = Set.of("facts", "typeset", "policy", "exchange", "formats", "dossier", "proof");

    /** Who may use whom. */
    private static final Map<String, Set<String>> MAY_USE = mayUse();

    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put("facts", Set.of());
        table.put("typeset", Set.of());
        table.put("proof", Set.of());
        table.put("audit", Set.of("proof"));
        table.put("web", Set.of());
        table.put("api", Set.of());
        table.put("policy", Set.of("facts"));
        table.put("exchange", Set.of("facts"));
        table.put("formats", Set.of("facts", "exchange"));
        table.put("access", Set.of("audit", "web", "api"));
        table.put("evidence", Set.of("audit", "web", "api", "access"));
        table.put("dossier", Set.of("facts", "policy", "typeset"));
        table.put("registry", with(SERVER_FLOORS, "facts", "exchange", "policy"));
        table.put("intake", with(SERVER_FLOORS, "facts", "exchange", "formats", "registry"));
        table.put("forms", with(SERVER_FLOORS, "facts", "exchange", "policy", "registry", "requests"));
        table.put("requests", with(SERVER_FLOORS, "facts", "registry"));
        table.put("censorship", with(SERVER_FLOORS, "facts", "exchange", "registry"));
        table.put("assessment", with(SERVER_FLOORS, "facts", "exchange", "policy", "dossier", "registry"));
        table.put("determination", with(SERVER_FLOORS, "facts", "policy", "registry", "assessment"));
        table.put("approval", with(SERVER_FLOORS, "facts", "policy", "registry", "assessment"));
        table.put("history", with(SERVER_FLOORS, "facts", "exchange", "policy", "registry", "assessment"));
        table.put("issuance", with(SERVER_FLOORS, "facts", "exchange", "policy", "dossier", "registry", "assessment", "determination", "approval"));
        table.put("dashboard",
                with(SERVER_FLOORS, "facts", "exchange", "policy", "registry", "intake", "forms", "censorship", "assessment", "approval", "issuance"));
        table.put("cli", Set.of("facts", "policy", "exchange", "formats", "dossier", "typeset", "proof"));
        return table;
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("eu.vitrine");

    @Test
    void packages_use_only_what_the_table_allows() {
        MAY_USE.forEach((module, allowed) -> {
            String[] forbidden = MAY_USE.keySet().stream().filter(other -> !other.equals(module) && !allowed.contains(other))
                    .map(other -> ROOT + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + module + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(forbidden).allowEmptyShould(true).check(PRODUCT);
        });
    }

    @Test
    void every_package_stands_in_the_table_and_is_flat() {
        Set<String> packages = PRODUCT.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length())).collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_USE.keySet()).containsAll(packages);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("eu.vitrine.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void the_pure_core_knows_no_framework_database_or_clock() {
        String[] pure = PURE.stream().map(module -> ROOT + module + "..").toArray(String[]::new);
        noClasses().that().resideInAnyPackage(pure).should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..", "java.sql..", "javax.sql..").check(PRODUCT);
        noClasses().that().resideInAnyPackage(pure).should().dependOnClassesThat().areAssignableTo(java.time.Clock.class).check(PRODUCT);
    }

    @Test
    void nobody_reads_the_time_without_a_clock() {
        noClasses().should().callMethod(java.time.LocalDate.class, "now").orShould().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    @Test
    void names_say_something_of_the_trade() {
        noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
                .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager")
                .orShould().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dto")
                .orShould().haveSimpleNameEndingWith("Mapper").check(PRODUCT);
    }

    @Test
    void repositories_and_controllers_stay_hidden() {
        classes().that().haveSimpleNameEndingWith("Repository").or().haveSimpleNameEndingWith("Pages")
                .or().haveSimpleNameEndingWith("Endpoints").should().notBePublic().allowEmptyShould(true).check(PRODUCT);
    }

    @Test
    void nothing_puts_active_content_into_a_document() {
        noClasses().should().callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                "adds a script or an action", call -> call.getTargetOwner().getPackageName().startsWith("org.openpdf")
                        && Set.of("addJavaScript", "setOpenAction", "setAdditionalAction").contains(call.getName()))).check(PRODUCT);
    }

    @Test
    void half_of_all_types_are_hidden() {
        long hidden = PRODUCT.stream().filter(JavaClass::isTopLevelClass).filter(type -> !type.getModifiers()
                .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)).count();
        long all = PRODUCT.stream().filter(JavaClass::isTopLevelClass).count();
        assertThat(hidden * 2).as(hidden + " of " + all + " top-level types are hidden").isGreaterThanOrEqualTo(all);
    }
}
