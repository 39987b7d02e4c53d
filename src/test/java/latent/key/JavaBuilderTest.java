package latent.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * The Java builder, which is published by itself: it compiles for Java 17 of the sources that its pom.xml names, needs nothing but the JDK, and passes its own
 * tests. {@code mvn -f builders/java/pom.xml verify} makes the jars.
 */
class JavaBuilderTest {
    private static final Path MODULE = Path.of("builders", "java");
    private static final Pattern SHARED = Pattern.compile("<include>(latent/\\w+)/\\*\\.java</include>");

    @TempDir
    private static Path folder;

    private static Path main;
    private static Path tests;

    @BeforeAll
    static void compile() throws Exception {
        main = folder.resolve("classes");
        tests = folder.resolve("test-classes");
        List<Path> sources = new ArrayList<>(in(MODULE.resolve("src/main/java")));
        List<String> shared = SHARED.matcher(Files.readString(MODULE.resolve("pom.xml")))
                .results()
                .map(include -> include.group(1))
                .toList();
        assertThat(shared).hasSizeGreaterThan(1);
        for (String room : shared) {
            sources.addAll(in(Path.of("src/main/java", room)));
        }
        compile(sources, main, jar("org.jspecify.annotations.NullMarked"));
        compile(in(MODULE.resolve("src/test/java")), tests, main + ":" + System.getProperty("java.class.path"));
    }

    @Test
    void it_needs_nothing_but_java_base() throws Exception {
        var jdeps = java.util.spi.ToolProvider.findFirst("jdeps").orElseThrow();
        var said = new StringWriter();
        var out = new PrintWriter(said);
        int code = jdeps.run(
                out, out, "--print-module-deps", "--ignore-missing-deps", "--multi-release", "17", main.toString());
        assertThat(code).as(said.toString()).isZero();
        assertThat(said.toString().strip()).isEqualTo("java.base");
        String pom = Files.readString(MODULE.resolve("pom.xml"));
        assertThat(pom.split("<dependency>", -1))
                .hasSameSizeAs(pom.split("<scope>(provided|test)</scope>", -1))
                .hasSizeGreaterThan(1);
    }

    @Test
    void it_keeps_to_the_vectors_and_to_its_own_tests() throws Exception {
        ClassLoader former = Thread.currentThread().getContextClassLoader();
        System.setProperty("latent.builders", "builders");
        try (var loader = new URLClassLoader(new URL[] {url(main), url(tests)}, new WithoutLatent(former))) {
            Thread.currentThread().setContextClassLoader(loader);
            TestExecutionSummary summary = run(loader);
            assertThat(summary.getFailures())
                    .extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                    .isEmpty();
            assertThat(summary.getTestsSucceededCount()).isGreaterThan(10);
            assertThat(summary.getTestsFoundCount()).isEqualTo(summary.getTestsSucceededCount());
        } finally {
            Thread.currentThread().setContextClassLoader(former);
            System.clearProperty("latent.builders");
        }
    }

    private static TestExecutionSummary run(ClassLoader loader) throws Exception {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (Path source : in(MODULE.resolve("src/test/java"))) {
            String name = source.getFileName().toString().replace(".java", "");
            if (name.endsWith("Test")) {
                request.selectors(selectClass(loader.loadClass("latent.builder." + name)));
            }
        }
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        // those that are registered for this build's own tests are none of the builder's
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config)
                .execute(request.filters(includeEngines("junit-jupiter")).build(), listener);
        return listener.getSummary();
    }

    private static void compile(List<Path> sources, Path to, String classPath) throws Exception {
        Files.createDirectories(to);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-Xlint:all,-path,-classfile",
                    "-Werror",
                    "-proc:none",
                    "-d",
                    to.toString(),
                    "-cp",
                    classPath);
            boolean good = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(good).as(complaints.toString()).isTrue();
        }
    }

    private static List<Path> in(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String jar(String ofClass) throws Exception {
        return Path.of(Class.forName(ofClass)
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    private static URL url(Path folder) throws Exception {
        return folder.toUri().toURL();
    }

    /** All that the tests of the builder run on, and none of the classes that they are to judge. */
    private static final class WithoutLatent extends ClassLoader {
        WithoutLatent(ClassLoader whole) {
            super(whole);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("latent.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
