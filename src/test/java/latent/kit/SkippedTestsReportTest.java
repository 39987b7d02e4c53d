package latent.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The table, after runs of the small classes below. */
@SuppressWarnings("DoNotCallSuggester") // the samples throw always, as a class does that lacks something
class SkippedTestsReportTest {
    @Test
    void a_run_without_a_skip_says_so() {
        assertThat(tableAfter(Complete.class)).isEqualTo("No test was skipped.");
    }

    @Test
    void each_reason_stands_once_with_what_it_cost() {
        assertThat(tableAfter(Partly.class, WithoutAnchors.class, Complete.class)
                        .lines())
                .containsExactly(
                        "tests  skipped for          how to get it",
                        "    4  no anchors           forge some",
                        "    2  no rope              apt install rope",
                        "    1  not in this harbour  -");
    }

    @Test
    void a_class_that_is_skipped_at_its_start_costs_all_of_its_tests() {
        assertThat(tableAfter(WithoutAnchors.class).lines().skip(1)).containsExactly("    3  no anchors  forge some");
    }

    @Test
    void it_is_one_of_the_listeners_of_every_run() {
        assertThat(ServiceLoader.load(TestExecutionListener.class))
                .hasAtLeastOneElementOfType(SkippedTestsReport.class);
    }

    private static String tableAfter(Class<?>... samples) {
        List<String> printed = new ArrayList<>();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Stream.of(samples)
                                        .map(sample -> selectClass(sample))
                                        .toList())
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        new SkippedTestsReport(printed::add));
        assertThat(printed).hasSize(1);
        return printed.getFirst();
    }

    static class Complete {
        @Test
        void passes() {}
    }

    static class WithoutAnchors {
        @BeforeAll
        static void need() {
            throw new MissingNeed("anchors", "forge some");
        }

        @Test
        void first() {}

        @Test
        void second() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void in_two_cases_that_nobody_has_counted(int number) {}
    }

    static class Partly {
        static Stream<String> anchors() {
            throw new MissingNeed("anchors", "forge some");
        }

        @Test
        void passes() {}

        @Test
        void needs_rope() {
            throw new MissingNeed("rope", "apt install rope");
        }

        @ParameterizedTest
        @MethodSource("anchors")
        void needs_anchors(String anchor) {}

        @TestFactory
        Stream<DynamicTest> made_as_they_run() {
            return Stream.of(
                    dynamicTest("passes", () -> {}), dynamicTest("needs rope", SkippedTestsReportTest::needRope));
        }

        @Test
        @Disabled("not in this harbour")
        void is_for_elsewhere() {}
    }

    private static void needRope() {
        throw new MissingNeed("rope", "apt install rope");
    }
}
