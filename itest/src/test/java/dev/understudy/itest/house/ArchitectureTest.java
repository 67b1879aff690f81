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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {

    /** What Jetty's own connections and end points use between themselves, though it is public. */
    private static final Set<String> JETTY_INTERNALS = Set.of(
            "org.eclipse.jetty.io.AbstractEndPoint",
            "org.eclipse.jetty.io.FillInterest",
            "org.eclipse.jetty.io.Connection$UpgradeTo");

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
    void onlyTheEdgesAndTheClientForForeignImagesKnowJetty() {
        check(noClasses()
                .that(areNotInAnEdgeBundle())
                .and()
                .resideOutsideOfPackage("dev.understudy.source.web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty.."));
    }

    /** The class gives the reason, and says what may break with another version of Jetty. */
    @Test
    void onlyOneClassUsesInternalsOfJetty() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.understudy.redirect.watch.ConnectionPeek")
                .should()
                .dependOnClassesThat(describe(
                        "are internals of Jetty",
                        type -> JETTY_INTERNALS.contains(type.getFullName())
                                || type.getPackageName().matches("org\\.eclipse\\.jetty\\.(.+\\.)?internal(\\..+)?"))));
    }

    @Test
    void packagesDoNotGoInCircles() {
        check(slices().matching("dev.understudy.(**)").should().beFreeOfCycles());
    }

    @Test
    void classesOfRedirectDoNotGoInCircles() {
        check(slices().assignedFrom(topLevelClassesOf("dev.understudy.redirect"))
                .should()
                .beFreeOfCycles());
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
    void everyExportedInterfaceSaysWhoImplementsIt() {
        check(classes()
                .that(areExported())
                .and()
                .areInterfaces()
                .and()
                .arePublic()
                .should()
                .beAnnotatedWith("org.osgi.annotation.versioning.ProviderType")
                .orShould()
                .beAnnotatedWith("org.osgi.annotation.versioning.ConsumerType"));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class));
    }

    private static void check(ArchRule rule) {
        rule.check(house);
    }

    /** Makes a slice of each top-level class in and below a package, with the classes nested in it. */
    private static SliceAssignment topLevelClassesOf(String root) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return (type.getPackageName() + ".").startsWith(root + ".")
                        ? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""))
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "top-level classes of " + root;
            }
        };
    }

    private static DescribedPredicate<JavaClass> areNotInAnEdgeBundle() {
        return describe(
                "are not in an edge bundle", type -> Bundles.EDGES.stream().noneMatch(edge -> isIn(edge, type)));
    }

    private static DescribedPredicate<JavaClass> areExported() {
        return describe("are exported", type -> type.getPackage().isAnnotatedWith("org.osgi.annotation.bundle.Export"));
    }

    private static boolean isIn(String bundle, JavaClass type) {
        URI classes = Bundles.classes(bundle).toUri();
        return type.getSource()
                .map(source -> source.getUri().getPath().startsWith(classes.getPath()))
                .orElse(false);
    }
}
