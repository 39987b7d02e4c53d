package latent.render.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.pictures.AvifFile;
import latent.pictures.BitString;
import latent.pictures.HeicFiles;
import latent.pictures.HeicGrid;
import latent.pictures.HeicParts;
import latent.pictures.OneItemFile;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HEIC files that make a decoder do more work than their sizes say, or less. */
class HeicDemandsTest {
    private static final byte[] LARGE_SEQUENCE = HeicParts.sequenceParametersOf(HeicFiles.quarters());

    private final HeaderGate gate = new HeaderGate(Limits.DEFAULT);

    @Test
    void a_file_whose_coding_fits_its_sizes_passes() {
        ImageHeader grid = gate.admit(new HeicGrid().bytes());
        assertThat(grid.format()).isEqualTo(ImageFormat.HEIC);
        assertThat(grid.stored()).isEqualTo(new PixelSize(120, 100));
        assertThat(HeicPayload.longestSide(new HeicGrid().bytes())).isEqualTo(120);
        assertThat(gate.admit(HeicFiles.quarters()).stored()).isEqualTo(new PixelSize(120, 80));
        assertThat(HeicPayload.longestSide(HeicFiles.holed())).isEqualTo(120);
        assertThat(HeicPayload.longestSide(new HeicGrid()
                        .withUnit(HeicParts.sequenceParametersOf(new HeicGrid().bytes()))
                        .bytes()))
                .as("with the parameters of its configuration once more")
                .isEqualTo(120);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a canvas that is larger than the picture", new HeicGrid().drawnOn(30_000, 30_000)),
                Arguments.of("a canvas that is larger, which its tiles cover", new HeicGrid().drawnOn(128, 128)),
                Arguments.of("fewer tiles than the grid has places for", new HeicGrid().referringTo(3)),
                Arguments.of("a grid that says nothing", new HeicGrid().untold()),
                Arguments.of("a canvas that its tiles do not cover", new HeicGrid().canvas(129, 100)),
                Arguments.of("a canvas that its tiles do not cover below", new HeicGrid().canvas(120, 129)),
                Arguments.of("a column of tiles outside the canvas", new HeicGrid().canvas(64, 100)),
                Arguments.of(
                        "more work than pixels",
                        new HeicGrid().layout(100, 100).tiles(1, 1).canvas(100, 100)),
                Arguments.of(
                        "tiles that are coded smaller than they say",
                        new HeicGrid().tiles(512, 512).canvas(1000, 1000)),
                Arguments.of(
                        "tiles that are coded larger than they say",
                        new HeicGrid()
                                .tiles(8, 8)
                                .canvas(16, 16)
                                .of(HeicParts.configurationOf(HeicFiles.quarters()), List.of(new byte[5]))),
                Arguments.of("a tile in a thousand pieces", new HeicGrid().repeated(1_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_file_whose_coding_exceeds_its_sizes_is_refused_by_the_gate(String claim, HeicGrid file) {
        assertThatThrownBy(() -> gate.admit(file.bytes()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.NOT_A_PICTURE));
    }

    @Test
    void a_tile_that_is_turned_or_cut_by_itself_is_refused() {
        for (byte[] property : List.of(AvifFile.irot(1), AvifFile.imir(0), AvifFile.clap(6, 4, 0, 0))) {
            byte[] file = AvifFile.withFor(1, new HeicGrid().bytes(), property);
            assertThatThrownBy(() -> gate.admit(file)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void tiles_that_are_not_alike_are_refused() {
        HeicGrid grid = new HeicGrid();
        assertThatThrownBy(() -> gate.admit(HeicParts.withKind(grid.bytes(), 2, "av01")))
                .as("one is not of HEVC")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gate.admit(AvifFile.withFor(2, grid.bytes(), HeicParts.size(65, 65))))
                .as("one says that it is larger")
                .isInstanceOf(Refusal.class);
        byte[] coding = HeicParts.configurationOf(grid.bytes());
        assertThat(gate.admit(new HeicGrid().second(coding, 64, 64).bytes()).stored())
                .as("one has a coding of its own, and is as the others")
                .isEqualTo(new PixelSize(120, 100));
        byte[] larger = HeicParts.configurationOf(HeicFiles.quarters());
        assertThatThrownBy(
                        () -> gate.admit(new HeicGrid().second(larger, 120, 80).bytes()))
                .as("one is larger, and says so")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tiles");
    }

    /** They cost a decoder more than their pixels; a strip of a few does not. */
    @Test
    void many_tiles_that_are_smaller_than_a_block_are_refused() {
        byte[] sequence = new BitString()
                .number(0x4201, 16)
                .bits("0000 000 1")
                .number(0, 48)
                .number(0, 48)
                .unsigned(0, 1, 16, 16)
                .bits("0")
                .unsigned(0, 0)
                .bytes();
        byte[] box = OneItemFile.configuration(sequence);
        HeicGrid small = new HeicGrid()
                .of(Arrays.copyOfRange(box, 8, box.length), List.of(new byte[5]))
                .tiles(16, 16);
        assertThat(gate.admit(small.layout(4, 4).canvas(64, 64).bytes()).stored())
                .isEqualTo(new PixelSize(64, 64));
        assertThatThrownBy(() -> gate.admit(small.layout(5, 4).canvas(80, 64).bytes()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void lists_without_bounds_are_refused() {
        byte[] property = AvifFile.irot(0);
        byte[][] many = Stream.generate(() -> property).limit(20_001).toArray(byte[][]::new);
        assertThatThrownBy(() -> gate.admit(OneItemFile.heic(new byte[0], many)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("too many items");
        byte[] references = HeicParts.referring(new HeicGrid().bytes(), 100_001);
        assertThatThrownBy(() -> gate.admit(references))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("parts");
    }

    @Test
    void a_picture_that_is_coded_larger_than_it_says_is_refused() {
        byte[] file = HeicFiles.quarters();
        assertThat(gate.admit(HeicParts.withSize(file, 65, 65)).stored())
                .as("as large in whole blocks")
                .isEqualTo(new PixelSize(65, 65));
        assertThatThrownBy(() -> gate.admit(HeicParts.withSize(file, 64, 80)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("120x80");
    }

    /** These demands stand among the coded pixels, which the gate does not read. */
    @Test
    void parameters_among_the_pixels_are_held_to_the_same() {
        byte[] file = new HeicGrid().withUnit(LARGE_SEQUENCE).bytes();
        assertThat(gate.admit(file).stored()).isEqualTo(new PixelSize(120, 100));
        assertThatThrownBy(() -> HeicPayload.longestSide(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("120x80");
        byte[] inPieces = new HeicGrid().withUnit(LARGE_SEQUENCE).repeated(2).bytes();
        assertThatThrownBy(() -> HeicPayload.longestSide(inPieces)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_picture_of_more_bits_is_known_by_its_configuration_and_held_to_it() {
        byte[] deep = HeicFiles.deepBars();
        assertThat(gate.admit(deep).deep()).isTrue();
        assertThat(gate.admit(HeicFiles.bars()).deep()).isFalse();
        assertThatThrownBy(() -> gate.admit(HeicParts.sayingEightBits(deep)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more bits");
    }

    @Test
    void a_picture_of_another_coding_is_refused_as_such() {
        for (String kind : List.of("iovl", "iden", "jpeg", "unci", "av01")) {
            assertThatThrownBy(() -> gate.admit(new HeicGrid().kind(kind).bytes()))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT));
        }
    }
}
