package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import latent.kit.BesideOtherClasses;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both engines show a JPEG whose pixels are all there, whatever else is odd about it, and refuse one whose compressed data is damaged. */
@BesideOtherClasses
class DamagedJpegTest {
    private static final int CUTS = 200;
    private static final int SOS = 0xda;
    private static final BufferedImage CLOUDS = Pictures.clouds(200, 152);

    static Stream<Arguments> files() {
        return TestedEngines.all()
                .flatMap(engine -> Stream.of(
                        Arguments.of(engine.name() + ", sequential", engine, Encoded.jpeg(CLOUDS)),
                        Arguments.of(engine.name() + ", progressive", engine, Encoded.progressiveJpeg(CLOUDS))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_that_lacks_its_end_marker_alone_is_shown_as_if_it_had_it(String name, Engine engine, byte[] file) {
        byte[] open = Arrays.copyOf(file, file.length - 2);
        byte[] right = shown(engine, file).orElseThrow();
        Map<String, byte[]> tails = new LinkedHashMap<>();
        tails.put("nothing", new byte[0]);
        tails.put("half a marker", new byte[] {(byte) 0xff});
        tails.put("8 bytes", latin1("12345678"));
        tails.put("5 zeros", new byte[5]);
        tails.put("500 zeros", new byte[500]);
        tails.forEach((tail, bytes) ->
                assertThat(shown(engine, join(open, bytes))).as(tail).contains(right));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_that_is_cut_before_its_last_pixel_is_refused(String name, Engine engine, byte[] file) {
        List<Integer> seen = new ArrayList<>();
        for (int cut = 4; cut <= CUTS; cut++) {
            byte[] rest = Arrays.copyOf(file, file.length - cut);
            if (shown(engine, rest).isPresent()
                    || shown(engine, join(rest, new byte[100])).isPresent()) {
                seen.add(cut);
            }
        }
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void stray_bytes_before_a_marker_and_odd_parameters_change_nothing(String name, Engine engine, byte[] file) {
        byte[] right = shown(engine, file).orElseThrow();
        int table = marker(file, 0xdb);
        assertThat(shown(engine, inserted(file, table, latin1("stray")))).contains(right);
        assertThat(shown(engine, inserted(file, file.length - 2, latin1("12345678"))))
                .contains(right);
        byte[] version = file.clone();
        version[11] = 7;
        assertThat(shown(engine, version)).as("version of JFIF").contains(right);
        if (name.endsWith("sequential")) {
            byte[] odd = file.clone();
            int parameters = marker(file, SOS) + 11;
            odd[parameters + 1] = 17;
            assertThat(shown(engine, odd)).as("parameters of SOS").contains(right);
        }
    }

    /** A file after a transfer in text mode; line feeds in its header are left, because the header gate would refuse the file otherwise. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_whose_line_ends_were_converted_is_refused(String name, Engine engine, byte[] file) {
        int data = marker(file, SOS) + 14;
        String text = new String(file, data, file.length - data, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("\n");
        assertThat(shown(engine, join(Arrays.copyOf(file, data), latin1(text.replace("\n", "\r\n")))))
                .isEmpty();
    }

    /** The decoder has all lines before the data ends, so it alone would not notice the damage. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void compressed_data_that_is_more_than_the_picture_needs_is_refused(String name, Engine engine, byte[] file) {
        int data = marker(file, SOS) + 14;
        int middle = (data + file.length) / 2;
        byte[] twice = Arrays.copyOfRange(file, middle, middle + 300);
        assertThat(shown(engine, inserted(file, middle, twice))).isEmpty();
    }

    /** Its data goes on behind the last pixel, as that of a picture of damaged data would; but by whole rows. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_picture_that_was_cut_by_its_header_alone_is_shown(String name, Engine engine, byte[] file) {
        if (name.endsWith("sequential")) {
            byte[] lower = file.clone();
            lower[marker(file, 0xc0) + 6] = 80;
            assertThat(shown(engine, lower)).as("of 152 lines, 80").isPresent();
            byte[] narrower = file.clone();
            narrower[marker(file, 0xc0) + 8] = (byte) 144;
            assertThat(shown(engine, narrower)).as("of 200 columns, 144").isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void components_of_one_name_are_told_apart_by_their_order(String name, Engine engine, byte[] file) {
        if (name.endsWith("sequential")) {
            byte[] right = shown(engine, file).orElseThrow();
            byte[] twice = file.clone();
            for (int i = 0; i < 3; i++) {
                twice[marker(file, 0xc0) + 10 + 3 * i] = 1;
                twice[marker(file, SOS) + 5 + 2 * i] = 1;
            }
            assertThat(shown(engine, twice)).contains(right);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_harmless_oddity_hides_no_damage(String name, Engine engine, byte[] file) {
        byte[] cut = join(Arrays.copyOf(file, file.length * 3 / 4), new byte[] {(byte) 0xff, (byte) 0xd9});
        assertThat(shown(engine, inserted(cut, marker(cut, 0xdb), latin1("stray"))))
                .isEmpty();
    }

    private static Optional<byte[]> shown(Engine engine, byte[] file) {
        try {
            return Optional.of(
                    engine.render(Row.job(file, WantedRendition.box(200, 152).transformation(), Optional.empty())));
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    private static int marker(byte[] file, int code) {
        for (int at = 2; at < file.length; at += 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff))) {
            if ((file[at + 1] & 0xff) == code) {
                return at;
            }
        }
        throw new IllegalArgumentException("no such marker");
    }

    private static byte[] inserted(byte[] file, int at, byte[] bytes) {
        return join(Arrays.copyOf(file, at), join(bytes, Arrays.copyOfRange(file, at, file.length)));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
