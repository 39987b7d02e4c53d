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
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** From the ground up: a room may look at those before it. */
    private static final List<String> ROOMS = List.of(
            "time",
            "digest",
            "image",
            "refusal",
            "key",
            "logging",
            "tracing",
            "metrics",
            "admission",
            "store",
            "render",
            "lazy",
            "purge",
            "plan",
            "warm",
            "local",
            "http",
            "check",
            "config",
            "spark",
            "cli");

    /** Each foreign library and the one room that knows it. */
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
            Map.entry("org.gaul", "local"),
            Map.entry("tools.jackson", "local"),
            Map.entry("org.imgscalr", "render"),
            Map.entry("com.twelvemonkeys", "render"),
            Map.entry("picocli", "cli"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            // the folder and not the package: with that all libraries of the class path are searched
            .importPath(Path.of("target", "classes"));

    @Test
    void rooms_look_down_only() {
        for (int floor = 0; floor < ROOMS.size(); floor++) {
            String[] above = ROOMS.subList(floor + 1, ROOMS.size()).stream()
                    .map(ArchitectureTest::room)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(room(ROOMS.get(floor)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(above).or(resideInAPackage("latent")))
                    .because(ROOMS.get(floor) + " lies below them")
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    @Test
    void there_are_no_circles_between_rooms_nor_inside_them() {
        slices().matching("latent.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void each_foreign_library_has_one_room() {
        LIBRARIES.forEach((library, room) -> noClasses()
                .that(not(resideInAnyPackage(room(room), "latent")))
                // S3Proxy's store is spelt in the SDK's types, so whoever puts something over it must know them.
                .and(not(simpleName("AnonymousView").or(simpleName("WholeObjects"))))
                .should()
                .dependOnClassesThat(resideInAPackage(library + "..").and(not(resideInAnyPackage(partsOf(library)))))
                .because(library + " belongs to " + room)
                .check(HOUSE));
    }

    @Test
    void imgscalr_stands_in_one_file() {
        assertThat(HOUSE.stream()
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
                .forEach((call, caller) -> assertThat(HOUSE.stream()
                                .filter(c -> c.getMethodCallsFromSelf().stream()
                                        .anyMatch(
                                                m -> m.getTarget().getFullName().startsWith(call + "(")))
                                .map(JavaClass::getSimpleName))
                        .as(call)
                        .containsExactly(caller));
    }

    @Test
    void every_room_is_in_the_list() throws Exception {
        try (var folders = Files.list(Path.of("src/main/java/latent"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(f -> f.getFileName().toString()))
                    .isSubsetOf(ROOMS);
        }
    }

    @Test
    void no_two_classes_have_one_simple_name() throws Exception {
        Map<String, List<String>> filesByName = new TreeMap<>();
        for (String folder : List.of("src/main/java", "src/test/java", "bench")) {
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

    /** The parts of a library that belong to another room than the rest of it. */
    private static String[] partsOf(String library) {
        return LIBRARIES.keySet().stream()
                .filter(part -> part.startsWith(library + "."))
                .map(part -> part + "..")
                .toArray(String[]::new);
    }

    private static String room(String name) {
        return "latent." + name + "..";
    }
}
