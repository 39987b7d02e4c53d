package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One table for every engine: what an engine has in its repertoire it does right, what it has not it refuses. */
class EngineBehaviourTest {
    static Stream<Arguments> rows() {
        return Engines.all()
                .flatMap(engine -> Stream.of(SizeRows.all(), ColourRows.all(), EffectRows.all(), FileRows.all())
                        .flatMap(rows -> rows)
                        .map(row -> Arguments.of(engine.name(), engine, row)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("rows")
    void every_row(String name, Engine engine, Row row) {
        RenderJob job = row.job();
        if (can(engine, job)) {
            row.check().accept(engine.render(job));
        } else {
            refuses(() -> engine.render(job), Reason.UNSUPPORTED_FORMAT);
        }
    }

    static Stream<Arguments> damaged() {
        return Engines.all()
                .flatMap(engine -> DamagedFiles.all().entrySet().stream()
                        .map(file -> Arguments.of(engine.name(), engine, file.getKey(), file.getValue())));
    }

    @ParameterizedTest(name = "{0}: {2} is refused")
    @MethodSource("damaged")
    void a_damaged_original_is_refused_and_never_gray(String name, Engine engine, String claim, byte[] file) {
        refuses(
                () -> engine.render(Row.job(file, Wish.box(40, 40).transformation(), Optional.empty())),
                Reason.NOT_A_PICTURE);
    }

    private static boolean can(Engine engine, RenderJob job) {
        try {
            engine.repertoire().require(job.header().format(), job.transformation());
            return true;
        } catch (Refusal lacking) {
            assertThat(lacking.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
            return false;
        }
    }

    private static void refuses(ThrowingCallable render, Reason reason) {
        assertThatThrownBy(render)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }
}
