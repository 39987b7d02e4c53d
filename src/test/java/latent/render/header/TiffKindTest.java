package latent.render.header;

import static latent.pictures.TiffQuarters.file;
import static latent.pictures.TiffWriter.BLACK_IS_ZERO;
import static latent.pictures.TiffWriter.CMYK;
import static latent.pictures.TiffWriter.FLOAT;
import static latent.pictures.TiffWriter.LAB;
import static latent.pictures.TiffWriter.PALETTE;
import static latent.pictures.TiffWriter.RGB;
import static latent.pictures.TiffWriter.SIGNED;
import static latent.pictures.TiffWriter.YCBCR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import latent.pictures.TiffQuarters;
import latent.pictures.TiffWriter.Pixels;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of these was black, white, transparent or of wrong colours, or was refused without a reason; the kinds that are shown are in TiffRows. */
class TiffKindTest {
    private static final Pixels GRAY = TiffQuarters.gray(BLACK_IS_ZERO, 8);
    private static final Pixels COLOUR = TiffQuarters.rgb(8);

    private final HeaderGate gate = new HeaderGate(Limits.DEFAULT);

    static Stream<Arguments> refused() {
        return Stream.of(
                of("gray, 32 bits", file(BLACK_IS_ZERO, 32, 0).of(TiffQuarters.gray(BLACK_IS_ZERO, 32))),
                of("gray, 12 bits", file(BLACK_IS_ZERO, 12, 0).of(TiffQuarters.gray(BLACK_IS_ZERO, 12))),
                of("gray, 14 bits", file(BLACK_IS_ZERO, 14, 0).of(TiffQuarters.gray(BLACK_IS_ZERO, 14))),
                of("RGB, 32 bits", file(RGB, 32, 0).of(TiffQuarters.rgb(32))),
                of("RGB, 4 bits", file(RGB, 4, 0).of(TiffQuarters.rgb(4))),
                of("not whole numbers", file(BLACK_IS_ZERO, 32, 0).format(FLOAT).of(floats())),
                of(
                        "not whole numbers",
                        file(BLACK_IS_ZERO, 16, 0).format(SIGNED).of(GRAY)),
                of("not whole numbers", file(RGB, 8, 0).format(SIGNED).of(COLOUR)),
                of("Lab, 8 bits", file(LAB, 8, 0).of(TiffQuarters.lab(8))),
                of("Lab and more", file(LAB, 16, 1).extra(2).of(TiffQuarters.withAlpha(TiffQuarters.lab(16), 16))),
                of("CMYK and more", file(CMYK, 16, 1).extra(2).of(TiffQuarters.withAlpha(TiffQuarters.cmyk(16), 16))),
                of("inks other than CMYK", file(CMYK, 8, 0).tag(332, 2).of(TiffQuarters.cmyk(8))),
                of("YCbCr that is neither", file(YCBCR, 8, 0).tag(530, 1, 1).of(TiffQuarters.ycbcr())),
                of("palette, 16 bits", file(PALETTE, 16, 0).of(TiffQuarters.index())),
                of("palette and more", file(PALETTE, 4, 1).extra(2).of(TiffQuarters.withNothing(TiffQuarters.index()))),
                of("gray of 3 samples", file(BLACK_IS_ZERO, 8, 2).of(COLOUR)),
                of("RGB of 5 samples", file(RGB, 8, 2).extra(0, 2).of(fiveSamples())),
                of("RGB of 5 samples", file(RGB, 8, 2).of(fiveSamples())),
                of(
                        "JPEG of the old style",
                        file(YCBCR, 8, 0).tiled().tag(259, 6).of(COLOUR)),
                of(
                        "JPEG of the old style",
                        file(YCBCR, 8, 0).tag(259, 6).bigEndian().of(COLOUR)),
                of(
                        "tiles of separate channels",
                        file(RGB, 8, 0).tiled().planar().of(COLOUR)),
                of("colours of kind 9", file(9, 8, 0).of(COLOUR)),
                of("colours of kind 32803", file(32803, 8, 0).of(COLOUR)),
                of("colours of kind 34892", file(34892, 16, 0).of(COLOUR)),
                of("colours of kind 4", file(4, 1, 0).of(COLOUR)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void a_kind_that_no_decoder_here_shows_as_it_is_meant_is_refused(String kind, byte[] file) {
        assertThatThrownBy(() -> gate.admit(file, file.length)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
            assertThat(refusal.sentence())
                    .startsWith("The original is a TIFF of a kind that is not shown: ")
                    .contains(kind);
        });
    }

    private static Arguments of(String kind, byte[] file) {
        return Arguments.of(kind, file);
    }

    private static Pixels floats() {
        return (x, y) -> new long[] {Float.floatToIntBits(x / 40f)};
    }

    private static Pixels fiveSamples() {
        return TiffQuarters.withNothing(TiffQuarters.withNothing(COLOUR));
    }
}
