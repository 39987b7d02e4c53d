package latent.render.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import latent.pictures.BitString;
import latent.pictures.OneItemFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the colours of a HEIC stand in the bitstream: behind fields of every kind, each of which may be missing. */
class HevcColoursTest {
    private static final CodePoints PQ = new CodePoints(9, 16);

    /** Sequence parameter sets of HEVC from the depths on, up to the bit that says whether usability information follows (H.265, 7.3.2.2). */
    private static Map<String, BitString> hevc() {
        Map<String, BitString> sets = new LinkedHashMap<>();
        sets.put("plain", begun(0, "1").bits("0 00 0").unsigned(0).bits("0 00"));
        sets.put(
                "with numbers for its layers",
                begun(2, "1").bits("0 00 0").unsigned(0).bits("0 00"));
        sets.put(
                "with numbers for the highest layer alone",
                begun(2, "0").bits("0 00 0").unsigned(0).bits("0 00"));
        sets.put("with scaling lists", scaled().bits("00 0").unsigned(0).bits("0 00"));
        sets.put(
                "with usual scaling lists",
                begun(0, "1").bits("1 0 00 0").unsigned(0).bits("0 00"));
        sets.put(
                "with samples that are not compressed",
                begun(0, "1")
                        .bits("0 00 1 0111 0111")
                        .unsigned(0, 2)
                        .bits("1")
                        .unsigned(0)
                        .bits("0 00"));
        sets.put(
                "with pictures that are referred to",
                begun(0, "1")
                        .bits("0 00 0")
                        .unsigned(3)
                        .unsigned(2, 1, 0)
                        .bits("1")
                        .unsigned(2)
                        .bits("1")
                        .unsigned(0)
                        .bits("0") // -1, -4, +1
                        // moved by one, so that the first falls on the picture itself and is none: -3, +1, +2
                        .bits("1 0")
                        .unsigned(0)
                        .bits("1 1 01 1")
                        // each of the three that are left has a flag, and what they are moved by
                        .bits("1 1")
                        .unsigned(1)
                        .bits("1 1 1 00")
                        .bits("1")
                        .unsigned(2)
                        .bits("0000 1 1111 0")
                        .bits("00"));
        return sets;
    }

    /** Up to the scaling lists. */
    private static BitString begun(int subLayers, String forAll) {
        BitString set = new BitString()
                .number(0x4201, 16)
                .bits("0000")
                .number(subLayers, 3)
                .bits("1");
        set.number(0, 48).number(0, 48);
        set.number(0, subLayers > 0 ? 16 : 0);
        set.unsigned(0, 1, 128, 16).bits("0").unsigned(0, 0, 0).bits(forAll);
        int layers = forAll.equals("1") ? subLayers + 1 : 1;
        for (int i = 0; i < layers; i++) {
            set.unsigned(0, 0, 0);
        }
        return set.unsigned(0, 3, 0, 3, 0, 0);
    }

    private static BitString scaled() {
        BitString set = begun(0, "1").bits("1 1");
        for (int size = 0; size < 4; size++) {
            for (int matrix = 0; matrix < (size == 3 ? 2 : 6); matrix++) {
                if (matrix % 2 == 0) {
                    set.bits("0").unsigned(0);
                } else {
                    set.bits("1").unsigned(new int[(size > 0 ? 64 : 16) + (size > 1 ? 1 : 0)]);
                }
            }
        }
        return set;
    }

    static Stream<String> kindsOfHevc() {
        return hevc().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kindsOfHevc")
    void of_heic(String kind) {
        assertThat(heic(in(hevc(), kind)
                        .bits("1 0 0 1 101 1 1")
                        .number(9, 8)
                        .number(16, 8)
                        .number(9, 8)
                        .bits("1")))
                .contains(PQ);
        assertThat(heic(in(hevc(), kind)
                        .bits("1 1 11111111")
                        .number(1, 16)
                        .number(1, 16)
                        .bits("1 0 1 101 1 1")
                        .number(9, 8)
                        .number(16, 8)
                        .number(9, 8)))
                .as("with pixels that are no squares, and an edge that may be cut")
                .contains(PQ);
        assertThat(heic(in(hevc(), kind).bits("1 0 0 1 101 1 0 1"))).isEmpty();
        assertThat(heic(in(hevc(), kind).bits("0 1"))).isEmpty();
    }

    private static Optional<CodePoints> heic(BitString set) {
        byte[] unit = guarded(set.bytes());
        Optional<CodePoints> configured = of(OneItemFile.heic(new byte[0], OneItemFile.configuration(unit)));
        assertThat(of(OneItemFile.heic(withLength(unit))))
                .as("among the pixels")
                .isEqualTo(configured);
        return configured;
    }

    @Test
    void of_two_sets_that_among_the_pixels_counts() {
        byte[] says = guarded(in(hevc(), "plain")
                .bits("1 0 0 1 101 1 1")
                .number(9, 8)
                .number(16, 8)
                .number(9, 8)
                .bytes());
        byte[] saysNothing = guarded(in(hevc(), "plain").bits("0").bytes());
        assertThat(of(OneItemFile.heic(withLength(saysNothing), OneItemFile.configuration(says))))
                .isEmpty();
        assertThat(of(OneItemFile.heic(withLength(says), OneItemFile.configuration(saysNothing))))
                .contains(PQ);
    }

    /** A three after two zeros, so that nothing looks like the start of a unit (H.265, 7.4.2). */
    private static byte[] guarded(byte[] unit) {
        ByteBuffer guarded = ByteBuffer.allocate(2 * unit.length);
        int zeros = 0;
        for (byte each : unit) {
            if (zeros >= 2 && (each & 0xff) <= 3) {
                guarded.put((byte) 3);
                zeros = 0;
            }
            zeros = each == 0 ? zeros + 1 : 0;
            guarded.put(each);
        }
        return Arrays.copyOf(guarded.array(), guarded.position());
    }

    private static <T> T in(Map<String, T> table, String kind) {
        return Objects.requireNonNull(table.get(kind), kind);
    }

    private static byte[] withLength(byte[] unit) {
        return ByteBuffer.allocate(4 + unit.length)
                .putInt(unit.length)
                .put(unit)
                .array();
    }

    private static Optional<CodePoints> of(byte[] file) {
        return CodedColour.of(new FileInMemory(file));
    }
}
