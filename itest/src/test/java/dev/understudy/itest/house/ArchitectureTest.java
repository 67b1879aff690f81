package dev.understudy.itest.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {

    private static JavaClasses house;

    @BeforeAll
    static void readEveryBundle() {
        // A bundle may carry libraries; the rules are for our own classes.
        house = new ClassFileImporter()
                .withImportOption(location -> location.contains("/dev/understudy/"))
                .importPaths(Bundles.names().stream().map(Bundles::classes).toList());
    }

    @Test
    void onlyTheEdgesAndOsgiPackagesKnowOsgi() {
        check(noClasses()
                .that(areNotInAnEdgeBundle())
                .and()
                .resideOutsideOfPackage("..osgi..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.osgi..").and(not(resideInAPackage("org.osgi.annotation..")))));
    }

    @Test
    void onlyTheEdgesKnowJetty() {
        check(noClasses()
                .that(areNotInAnEdgeBundle())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty.."));
    }

    @Test
    void packagesDoNotGoInCircles() {
        check(slices().matching("dev.understudy.(**)").should().beFreeOfCycles());
    }

    @Test
    void nothingIsPrintedOrReadFromTheStandardStreams() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    }

    @Test
    void settingsComeFromTheConfigurationAlone() {
        check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "reads or writes system properties or the environment",
                        call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && (call.getName().matches("(get|set|clear)Propert(y|ies)|getenv")))));
    }

    @Test
    void loggingGoesThroughSlf4j() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j.."));
    }

    @Test
    void componentsGetTheirReferencesThroughTheConstructor() {
        check(noFields().should().beAnnotatedWith("org.osgi.service.component.annotations.Reference"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that().areStatic().should().beFinal());
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class));
    }

    private static void check(ArchRule rule) {
        rule.check(house);
    }

    private static DescribedPredicate<JavaClass> areNotInAnEdgeBundle() {
        return describe(
                "are not in an edge bundle", type -> Bundles.EDGES.stream().noneMatch(edge -> isIn(edge, type)));
    }

    private static boolean isIn(String bundle, JavaClass type) {
        URI classes = Bundles.classes(bundle).toUri();
        return type.getSource()
                .map(source -> source.getUri().getPath().startsWith(classes.getPath()))
                .orElse(false);
    }
}
