package latent.render.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import latent.pictures.AvifFile;
import latent.pictures.BitString;
import latent.pictures.OneItemFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the colours of an AVIF stand in the bitstream: behind fields of every kind, each of which may be missing. */
class CodedColourTest {
    private static final CodePoints PQ = new CodePoints(9, 16);
    private static final String TO_SIZE = "0111 0111 1111 1111 0000 1111"; // 8 bits a side, 256x16

    /** Sequence headers of AV1 up to the bit that says whether colours follow (AV1 specification, 5.5). */
    private static Map<String, String> av1() {
        Map<String, String> headers = new LinkedHashMap<>();
        String tools = "000 0000 0 1 1 000";
        headers.put("a still, reduced, 8 bits", "000 1 1 00000" + TO_SIZE + "000 000 0 0");
        headers.put("of full chroma, which is never gray", "001 1 1 00000" + TO_SIZE + "000 000 1");
        headers.put("of twelve bits", "010 1 1 00000" + TO_SIZE + "000 000 1 1 0");
        headers.put("gray", "000 1 1 00000" + TO_SIZE + "000 000 1 1");
        headers.put("not reduced", "000 1 0 0 0 00000 000000000000 00000" + TO_SIZE + "0" + tools + "0 0");
        headers.put(
                "with levels that have tiers, in two operating points",
                "000 0 0 0 0 00001 000000000000 01000 1 000000000000 00111" + TO_SIZE + "0" + tools + "0 0");
        headers.put(
                "with times, delays and a model of its decoder",
                "000 0 0 1" + "0".repeat(64) + "1 00101" // equal intervals, of 4 ticks
                        + "1 00001" + "1".repeat(42) // delays of 2 bits
                        + "1 00000 000000000000 00000 1 11 11 1 1 1010" + TO_SIZE + "0" + tools + "0 0");
        headers.put(
                "with numbered frames",
                "000 0 0 0 0 00000 000000000000 00000" + TO_SIZE + "1 1111 111" + tools + "0 0");
        headers.put(
                "with an order of frames",
                "000 0 0 0 0 00000 000000000000 00000" + TO_SIZE + "0 000 1111 1 11 1 1 101 000 0 0");
        headers.put(
                "with forced tools for screens",
                "000 0 0 0 0 00000 000000000000 00000" + TO_SIZE + "0 000 1111 0 0 1 0 1 000 0 0");
        headers.put(
                "without tools for screens",
                "000 0 0 0 0 00000 000000000000 00000" + TO_SIZE + "0 000 1111 0 0 0 000 0 0");
        return headers;
    }

    static Stream<String> kindsOfAv1() {
        return av1().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kindsOfAv1")
    void of_avif(String kind) {
        assertThat(avif(header(kind, true))).contains(PQ);
        assertThat(avif(header(kind, false))).isEmpty();
    }

    private static byte[] header(String kind, boolean colours) {
        BitString bits = new BitString().bits(in(av1(), kind));
        return (colours ? bits.bits("1").number(9, 8).number(16, 8).number(9, 8).bits("1") : bits.bits("0 1")).bytes();
    }

    private static Optional<CodePoints> avif(byte[] header) {
        byte[] sized = {0x12, 0, 0x0a, (byte) header.length};
        return of(OneItemFile.avif(joined(sized, header, new byte[] {0x32, 0})));
    }

    @Test
    void it_may_stand_behind_other_units_and_have_a_length_of_many_bytes_or_none() {
        byte[] header = header("gray", true);
        byte[] metadata = {0x2e, 0, 3, 1, 2, 3};
        byte[] longLength = {0x0a, (byte) (0x80 | header.length), (byte) 0x80, 0};
        assertThat(of(OneItemFile.avif(joined(metadata, longLength, header)))).contains(PQ);
        assertThat(of(OneItemFile.avif(joined(metadata, new byte[] {0x08}, header))))
                .contains(PQ);
        assertThat(of(OneItemFile.avif(metadata))).as("there is none").isEmpty();
        assertThat(of(OneItemFile.avif(new byte[0]))).isEmpty();
        assertThat(of(OneItemFile.avif(joined(new byte[] {0x0a, 100}, Arrays.copyOf(header, 2)))))
                .as("it is cut")
                .isEmpty();
    }

    @Test
    void what_the_file_says_comes_first() {
        byte[] sized = {0x0a, (byte) header("gray", true).length};
        byte[] coded = joined(sized, header("gray", true));
        assertThat(of(OneItemFile.avif(coded, AvifFile.codePoints(12, 13)))).contains(new CodePoints(12, 13));
        assertThat(of(OneItemFile.avif(coded, AvifFile.codePoints(2, 2))))
                .as("as in Chromium, also where it says that it does not know")
                .contains(new CodePoints(2, 2));
        assertThat(of(OneItemFile.avif(coded, AvifFile.profile(new byte[200])))).contains(PQ);
    }

    private static <T> T in(Map<String, T> table, String kind) {
        return Objects.requireNonNull(table.get(kind), kind);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Stream.of(parts).mapToInt(part -> part.length).sum());
        Stream.of(parts).forEach(all::put);
        return all.array();
    }

    private static Optional<CodePoints> of(byte[] file) {
        return CodedColour.of(new FileInMemory(file));
    }
}
