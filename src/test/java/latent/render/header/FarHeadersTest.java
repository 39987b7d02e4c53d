package latent.render.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.pictures.Corpus;
import latent.pictures.Encoded;
import latent.pictures.FarHeaders;
import latent.pictures.Pictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** What the gate reads of a file, and that it says the same as of the whole. */
class FarHeadersTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST_PARTS = 3;
    private static final int MOST_BYTES = (64 << 10) + 2 * MEBIBYTE;

    private final HeaderGate gate = new HeaderGate(Limits.DEFAULT);

    @Test
    void a_place_that_the_header_points_at_is_read_and_little_else() {
        ImageHeader turned = turned(read(FarHeaders.tiff(Pictures.quarters(800, 600)), 2, 72 << 10));
        assertThat(turned.stored()).isEqualTo(new PixelSize(800, 600));
        ImageHeader big = turned(read(FarHeaders.bigTiff(Pictures.quarters(800, 600)), 2, 72 << 10));
        assertThat(big.stored()).isEqualTo(new PixelSize(800, 600));
        turned(read(FarHeaders.png(Pictures.quarters(30, 20), 1), 2, 65 << 10 | MEBIBYTE));
        assertThat(read(FarHeaders.avif(), 2, 72 << 10).stored()).isEqualTo(new PixelSize(128, 16));
        read(FarHeaders.webp(Pictures.quarters(30, 20)), 1, 64 << 10);
    }

    @Test
    void metadata_of_a_mebibyte_or_two_is_walked_over() {
        turned(read(FarHeaders.jpeg(Pictures.quarters(30, 20), 20), 3, MOST_BYTES));
        read(FarHeaders.gif(Pictures.quarters(30, 20), 3 * MEBIBYTE / 2), 3, MOST_BYTES);
    }

    /** A broken Exif block leaves the picture upright; a block of which a part has not been read yet is not broken. */
    @Test
    void an_exif_block_that_goes_on_behind_what_was_read_is_read() {
        byte[] exif = ByteBuffer.allocate(65_000)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(60_000)
                .position(6 + 60_000)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .array();
        byte[] jpeg = Encoded.withSegment(Encoded.jpeg(Pictures.quarters(30, 20)), 0xe1, exif);
        turned(read(Encoded.withSegment(jpeg, 0xed, new byte[30_000]), 2, MOST_BYTES));
    }

    @Test
    void of_longer_metadata_only_the_whole_file_tells() {
        for (byte[] file : List.of(
                FarHeaders.jpeg(Pictures.quarters(30, 20), 80),
                FarHeaders.png(Pictures.quarters(30, 20), 5),
                FarHeaders.gif(Pictures.quarters(30, 20), 6 * MEBIBYTE))) {
            Counted source = new Counted(file);
            assertThat(gate.admit(source)).isEmpty();
            source.assertReadAtMost(MOST_PARTS, MOST_BYTES);
            assertThat(gate.admit(file).stored()).isEqualTo(new PixelSize(30, 20));
        }
    }

    @Test
    void whatever_a_file_points_at_few_parts_are_read() {
        byte[] tiff = FarHeaders.tiff(Pictures.quarters(800, 600));
        for (long directory : new long[] {0, 4, tiff.length - 1, tiff.length, tiff.length + 1, MEBIBYTE, 0xffffffffL}) {
            refuses(Reason.NOT_A_PICTURE, pointingAt(tiff, directory));
        }
        byte[] big = FarHeaders.bigTiff(Pictures.quarters(800, 600));
        for (long directory : new long[] {0, 8, big.length - 1, big.length, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            byte[] elsewhere = big.clone();
            ByteBuffer.wrap(elsewhere).order(ByteOrder.LITTLE_ENDIAN).putLong(8, directory);
            refuses(Reason.NOT_A_PICTURE, elsewhere);
        }
        refuses(Reason.NOT_A_PICTURE, Arrays.copyOf(tiff, tiff.length - 20));
        refuses(Reason.NOT_A_PICTURE, Arrays.copyOf(tiff, 5 * MEBIBYTE / 4));
        byte[] avif = FarHeaders.avif();
        refuses(Reason.NOT_A_PICTURE, Arrays.copyOf(avif, 2 * MEBIBYTE));
        ByteBuffer endless = ByteBuffer.allocate(4 * MEBIBYTE).put(avif, 0, 32);
        while (endless.hasRemaining()) {
            endless.putInt(8).put("free".getBytes(StandardCharsets.ISO_8859_1));
        }
        refuses(Reason.NOT_A_PICTURE, endless.array());
        byte[] noEnd = FarHeaders.jpeg(Pictures.quarters(30, 20), 80);
        refuses(Reason.NOT_A_PICTURE, Arrays.copyOf(noEnd, 4 * MEBIBYTE));
    }

    @Test
    void a_file_that_is_too_large_is_not_read_at_all() {
        assertThatThrownBy(() -> gate.admit(new ByteSource() {
                    @Override
                    public long bytes() {
                        return Limits.DEFAULT.maxFileBytes() + 1;
                    }

                    @Override
                    public byte[] read(long offset, int length) {
                        throw new AssertionError("it was read");
                    }
                }))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void parts_say_what_the_whole_says_of_every_file_whatever_is_changed_in_it() {
        Random random = new Random(8);
        Stream<byte[]> built = Stream.concat(
                FarHeaders.everywhere(Pictures.quarters(30, 20)).values().stream(),
                Stream.of(
                        FarHeaders.tiff(Pictures.quarters(800, 600)),
                        FarHeaders.bigTiff(Pictures.quarters(800, 600)),
                        FarHeaders.avif()));
        built.flatMap(file -> Stream.concat(
                        Stream.of(file),
                        Stream.generate(() -> changed(file, random)).limit(60)))
                .forEach(this::assertAgrees);
        Corpus.hostileImages().forEach(file -> assertAgrees(file.bytes()));
    }

    private void assertAgrees(byte[] file) {
        Counted source = new Counted(file);
        Optional<ImageHeader> byParts;
        try {
            byParts = gate.admit(source);
        } catch (Refusal refusal) {
            assertThatThrownBy(() -> gate.admit(file))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(refusal.getMessage());
            return;
        } finally {
            source.assertReadAtMost(MOST_PARTS, MOST_BYTES);
        }
        if (byParts.isPresent()) {
            try {
                // orientation and frames may stand behind what was read
                assertThat(gate.admit(file).format()).isEqualTo(byParts.get().format());
                assertThat(gate.admit(file).stored()).isEqualTo(byParts.get().stored());
            } catch (Refusal later) {
                assertThat(file.length).as(later.getMessage()).isGreaterThan(source.bytesRead());
            }
        }
    }

    private static byte[] changed(byte[] file, Random random) {
        byte[] changed = file.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int near = random.nextBoolean() ? random.nextInt(64) : changed.length - 1 - random.nextInt(200);
            changed[Math.min(near, changed.length - 1)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private ImageHeader read(byte[] file, int parts, int bytes) {
        Counted source = new Counted(file);
        ImageHeader header = gate.admit(source).orElseThrow();
        source.assertReadAtMost(parts, bytes);
        assertThat(header.stored()).isEqualTo(gate.admit(file).stored());
        return header;
    }

    private static ImageHeader turned(ImageHeader header) {
        assertThat(header.orientation()).isEqualTo(Orientation.RIGHT_TOP);
        return header;
    }

    private void refuses(Reason reason, byte[] file) {
        Counted source = new Counted(file);
        assertThatThrownBy(() -> gate.admit(source).orElseGet(() -> gate.admit(file)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(reason));
        source.assertReadAtMost(MOST_PARTS, MOST_BYTES);
    }

    private static byte[] pointingAt(byte[] tiff, long directory) {
        byte[] changed = tiff.clone();
        ByteBuffer.wrap(changed).putInt(4, (int) directory);
        return changed;
    }

    /** A file that counts what is read of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Counted(byte[] file, List<Integer> parts) implements ByteSource {
        Counted(byte[] file) {
            this(file, new ArrayList<>());
        }

        @Override
        public long bytes() {
            return file.length;
        }

        @Override
        public byte[] read(long offset, int length) {
            parts.add(length);
            assertThat(offset + length).isLessThanOrEqualTo(file.length);
            return Arrays.copyOfRange(file, (int) offset, (int) offset + length);
        }

        int bytesRead() {
            return parts.stream().mapToInt(part -> part).sum();
        }

        void assertReadAtMost(int reads, int bytes) {
            assertThat(parts).hasSizeLessThanOrEqualTo(reads);
            assertThat(bytesRead()).isLessThanOrEqualTo(bytes);
        }
    }
}
