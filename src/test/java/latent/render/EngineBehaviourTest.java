package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.kit.BesideOtherClasses;
import latent.pictures.Encoded;
import latent.pictures.HeicFile;
import latent.pictures.Pictures;
import latent.pictures.SvgPictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One table for every engine: an engine renders rightly what its capabilities declare, and refuses the rest. */
@BesideOtherClasses
class EngineBehaviourTest {
    static Stream<Arguments> rows() {
        return TestedEngines.all()
                .flatMap(engine -> Stream.of(
                                SizeRows.all(),
                                BitmapRows.all(),
                                ColourRows.all(),
                                EffectRows.all(),
                                FileRows.all(),
                                GifRows.all(),
                                SvgRows.all(),
                                TiffRows.all())
                        .flatMap(rows -> rows)
                        .map(row -> Arguments.of(engine.name(), engine, row)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("rows")
    void an_engine_does_what_a_row_says_or_declares_that_it_cannot(String name, Engine engine, Row row) {
        RenderJob job = row.job();
        if (can(engine, job)) {
            row.check().accept(engine.render(job));
        } else {
            refuses(() -> engine.render(job), Reason.UNSUPPORTED_FORMAT);
        }
    }

    static Stream<Arguments> lightRows() {
        return TestedEngines.all()
                .filter(engine -> !engine.capabilities().lacks().contains(EngineCapabilities.LINEAR_ALPHA))
                .flatMap(engine -> LightRows.all().map(row -> Arguments.of(engine.name(), engine, row)));
    }

    @ParameterizedTest(name = "{0}: {2}", allowZeroInvocations = true)
    @MethodSource("lightRows")
    void transparent_colours_are_mixed_as_light(String name, Engine engine, Row row) {
        row.check().accept(engine.render(row.job()));
    }

    static Stream<Arguments> damaged() {
        return TestedEngines.all()
                .flatMap(engine -> DamagedFiles.all().entrySet().stream()
                        .map(file -> Arguments.of(engine.name(), engine, file.getKey(), file.getValue())));
    }

    @ParameterizedTest(name = "{0}: {2} is refused")
    @MethodSource("damaged")
    void a_damaged_original_is_refused_and_never_gray(String name, Engine engine, String claim, byte[] file) {
        refuses(
                () -> engine.render(Row.job(file, WantedRendition.box(40, 40).transformation(), Optional.empty())),
                Reason.NOT_A_PICTURE);
    }

    static Stream<Arguments> hostileDrawings() {
        return TestedEngines.all()
                .flatMap(engine -> SvgPictures.hostile("http://127.0.0.1:9").entrySet().stream()
                        .map(file -> Arguments.of(engine.name(), engine, file.getKey(), file.getValue())));
    }

    @ParameterizedTest(name = "{0}: {2} is refused")
    @MethodSource("hostileDrawings")
    void a_hostile_drawing_is_refused(String name, Engine engine, String claim, byte[] file) {
        assertThatThrownBy(() ->
                        engine.render(Row.job(file, WantedRendition.box(40, 40).transformation(), Optional.empty())))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason().status()).isEqualTo(415));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void heic_is_read_where_the_library_can(Engine engine) {
        RenderJob job = Row.job(HeicFile.SQUARE, WantedRendition.box(4, 4).transformation(), Optional.empty());
        if (engine.capabilities().reads().contains(ImageFormat.HEIC)) {
            new Row.Seen(Encoded.read(engine.render(job))).shows(0.5, 0.5, 255, 255, 255);
            return;
        }
        assertThatThrownBy(() -> engine.render(job)).isInstanceOfSatisfying(Refusal.class, lacking -> {
            assertThat(lacking.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
            assertThat(lacking.sentence())
                    .isEqualTo(
                            "HEIC pictures cannot be read here; that takes libvips and, beside it, libheif 1.15 or later"
                                    + " with libde265.");
        });
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_drawing_is_never_passed_through(Engine engine) {
        assertThatThrownBy(() -> engine.render(Row.job(
                        Encoded.png(Pictures.quarters(8, 8)),
                        WantedRendition.box(4, 4).as(ImageFormat.SVG).transformation(),
                        Optional.empty())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("SVG pictures cannot be written here; let the key end in .jpg")
                .hasMessageContaining(".png");
    }

    private static boolean can(Engine engine, RenderJob job) {
        try {
            engine.capabilities().require(job.header().format(), job.transformation());
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

    static Stream<Engine> engines() {
        return TestedEngines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void many_threads_make_the_same_bytes_as_one(Engine engine) throws Exception {
        RenderJob job = Row.job(
                Encoded.jpeg(Pictures.clouds(800, 600)),
                WantedRendition.box(200, 200).as(ImageFormat.JPEG).transformation(),
                Optional.empty());
        byte[] alone = engine.render(job);
        Callable<byte[]> again = () -> engine.render(job);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<byte[]> file : threads.invokeAll(Collections.nCopies(24, again))) {
                assertThat(file.get()).isEqualTo(alone);
            }
        }
    }
}
