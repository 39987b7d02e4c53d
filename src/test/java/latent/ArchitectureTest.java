package latent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latent.kit.BesideOtherClasses;
import org.junit.jupiter.api.Test;

@BesideOtherClasses
class ArchitectureTest {
    /** Packages from the lowest to the highest: each may import those before it. */
    private static final List<String> PACKAGES = List.of(
            "time",
            "digest",
            "image",
            "refusal",
            "key",
            "adopt",
            "logging",
            "tracing",
            "metrics",
            "admission",
            "store",
            "render",
            "lazy",
            "purge",
            "plan",
            "audit",
            "warm",
            "local",
            "http",
            "check",
            "config",
            "spark",
            "cli");

    /** Each foreign library and the one package that may import it. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("io.javalin", "http"),
            Map.entry("software.amazon.awssdk", "store"),
            Map.entry("software.amazon.awssdk.services.sqs", "warm"),
            Map.entry("software.amazon.awssdk.eventnotifications", "warm"),
            Map.entry("software.amazon.awssdk.protocols.jsoncore", "warm"),
            Map.entry("software.amazon.awssdk.services.cloudfront", "purge"),
            Map.entry("org.apache.hc", "store"),
            Map.entry("io.opentelemetry", "tracing"),
            Map.entry("io.github.bucket4j", "admission"),
            Map.entry("io.micrometer", "metrics"),
            Map.entry("org.apache.spark", "spark"),
            Map.entry("org.apache.hadoop", "spark"),
            Map.entry("com.fasterxml", "spark"),
            Map.entry("org.apache.commons.math3", "spark"),
            Map.entry("org.gaul", "local"),
            Map.entry("tools.jackson", "local"),
            Map.entry("org.imgscalr", "render"),
            Map.entry("com.twelvemonkeys", "render"),
            Map.entry("picocli", "cli"));

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            // the folder and not the package: with that all libraries of the class path are searched
            .importPath(Path.of("target", "classes"));

    @Test
    void packages_import_lower_packages_only() {
        for (int level = 0; level < PACKAGES.size(); level++) {
            String[] above = PACKAGES.subList(level + 1, PACKAGES.size()).stream()
                    .map(ArchitectureTest::withSubpackages)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(withSubpackages(PACKAGES.get(level)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(above).or(resideInAPackage("latent")))
                    .because(PACKAGES.get(level) + " lies below them")
                    .allowEmptyShould(true)
                    .check(PROGRAM);
        }
    }

    @Test
    void there_are_no_import_cycles_between_packages_nor_inside_them() {
        slices().matching("latent.(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void each_foreign_library_is_imported_by_one_package() {
        LIBRARIES.forEach((library, importer) -> noClasses()
                .that(not(resideInAnyPackage(withSubpackages(importer), "latent")))
                // The interface of S3Proxy's store has types of the SDK, so what wraps the store must import them.
                .and(not(simpleName("AnonymousView").or(simpleName("WholeObjects"))))
                .should()
                .dependOnClassesThat(resideInAPackage(library + "..").and(not(resideInAnyPackage(partsOf(library)))))
                .because(library + " is imported by " + importer + " only")
                .check(PROGRAM));
    }

    @Test
    void imgscalr_is_called_in_one_file() {
        assertThat(PROGRAM.stream()
                        .filter(c -> c.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        d -> d.getTargetClass().getPackageName().startsWith("org.imgscalr")))
                        .map(c -> c.getSourceCodeLocation().getSourceFileName())
                        .distinct())
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void one_class_makes_digests_and_one_binds_native_functions() {
        Map.of(
                        "java.security.MessageDigest.getInstance",
                        "Digest",
                        "java.lang.foreign.Linker.downcallHandle",
                        "NativeFunction")
                .forEach((call, caller) -> assertThat(PROGRAM.stream()
                                .filter(c -> c.getMethodCallsFromSelf().stream()
                                        .anyMatch(
                                                m -> m.getTarget().getFullName().startsWith(call + "(")))
                                .map(JavaClass::getSimpleName))
                        .as(call)
                        .containsExactly(caller));
    }

    @Test
    void every_package_is_in_the_list() throws Exception {
        try (var folders = Files.list(Path.of("src/main/java/latent"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(f -> f.getFileName().toString()))
                    .isSubsetOf(PACKAGES);
        }
    }

    @Test
    void no_file_of_the_program_has_more_than_200_lines() throws Exception {
        Map<String, Long> linesByFile = new TreeMap<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (var lines = Files.lines(file)) {
                    linesByFile.put(file.toString(), lines.count());
                }
            }
        }
        assertThat(linesByFile).hasSizeGreaterThan(500);
        linesByFile.values().removeIf(lines -> lines <= 200);
        assertThat(linesByFile)
                .as("files that are to be split by what they are responsible for")
                .isEmpty();
    }

    @Test
    void no_two_classes_have_one_simple_name() throws Exception {
        Map<String, List<String>> filesByName = new TreeMap<>();
        for (String folder : List.of("src/main/java", "src/test/java", "bench", "builders/java/src")) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                        .forEach(file -> filesByName
                                .computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                                .add(file.toString()));
            }
        }
        assertThat(filesByName).hasSizeGreaterThan(500);
        assertThat(filesByName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }

    /** The parts of a library that belong to another package than the rest of it. */
    private static String[] partsOf(String library) {
        return LIBRARIES.keySet().stream()
                .filter(part -> part.startsWith(library + "."))
                .map(part -> part + "..")
                .toArray(String[]::new);
    }

    private static String withSubpackages(String name) {
        return "latent." + name + "..";
    }
}
