package dev.faultline.api;

import java.util.List;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/// The arrows between modules and packages.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.faultline");

    @Test
    void theGraphModelKnowsNoOtherModule() {
        noClasses().that(resideInAPackage("dev.faultline.graph.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.faultline..").and(not(resideInAPackage("dev.faultline.graph.."))))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collectors", "rca", "loadtest"})
    void aModuleOfLogicKnowsTheGraphModelAlone(String module) {
        noClasses().that(resideInAPackage("dev.faultline." + module + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.faultline..")
                        .and(not(resideInAnyPackage("dev.faultline.graph..", "dev.faultline." + module + ".."))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /// The benchmarks measure against the driver itself, as a yardstick.
    @Test
    void theGraphModelAloneTalksToNeo4j() {
        noClasses().that(not(resideInAnyPackage("dev.faultline.graph..", "dev.faultline.api.bench..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.neo4j..", "ac.simons..", "org.springframework.."))
                .check(CLASSES);
    }

    /// The top package of a module is left out: it holds the root of the errors of all, and in `api` also what wires all.
    @Test
    void packagesDependOnEachOtherOneWay() {
        slices().assignedFrom(new BelowTheTop()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = CLASSES.stream()
                .map(each -> each.getPackage())
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        classes().should().haveNameNotMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?").check(CLASSES);
    }

    /// Each package below the top one of its module.
    private static final class BelowTheTop implements SliceAssignment {
        private static final Pattern NAME = Pattern.compile("dev\\.faultline\\.\\w+\\..+");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
            var name = each.getPackageName();
            return NAME.matcher(name).matches() ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages below the top one of their module";
        }
    }
}
