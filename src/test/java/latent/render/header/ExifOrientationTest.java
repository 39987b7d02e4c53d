package latent.render.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.pictures.AvifFile;
import latent.pictures.Encoded;
import latent.pictures.HeicFile;
import latent.pictures.Pictures;
import latent.pictures.TiffFile;
import latent.pictures.TiffWriter;
import latent.pictures.WebPFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which orientation counts where a file has several: as in Chromium where it shows the format, and as in libtiff where not. */
class ExifOrientationTest {
    private static final int APP1 = 0xe1;
    private static final BufferedImage PICTURE = Pictures.quarters(30, 20);
    private static final byte[] JPEG = Encoded.jpeg(PICTURE);
    private static final byte[] PNG = Encoded.png(PICTURE);

    private final HeaderGate gate = new HeaderGate(Limits.DEFAULT);

    @Test
    void of_several_blocks_in_a_jpeg_the_first_counts() {
        byte[] six = Encoded.withOrientation(JPEG, 6);
        assertThat(orientation(Encoded.withOrientation(six, 1))).isEqualTo(Orientation.TOP_LEFT);
        assertThat(orientation(Encoded.withOrientation(Encoded.withOrientation(JPEG, 1), 6)))
                .isEqualTo(Orientation.RIGHT_TOP);
        assertThat(orientation(Encoded.withOrientation(withBlock(JPEG, ""), 6))).isEqualTo(Orientation.RIGHT_TOP);
        assertThat(orientation(withBlock(six, "MM\0*\0\0\0\b\0\0\0\0\0\0")))
                .as("though it says nothing")
                .isEqualTo(Orientation.TOP_LEFT);
        assertThat(orientation(withBlock(six, "no block at all")))
                .as("though it is broken")
                .isEqualTo(Orientation.TOP_LEFT);
    }

    @Test
    void an_empty_block_and_metadata_of_another_kind_do_not_count() {
        byte[] six = Encoded.withOrientation(JPEG, 6);
        assertThat(orientation(withBlock(six, ""))).isEqualTo(Orientation.RIGHT_TOP);
        byte[] xmp = "http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(orientation(Encoded.withSegment(six, APP1, xmp))).isEqualTo(Orientation.RIGHT_TOP);
    }

    @Test
    void of_several_chunks_in_a_png_and_in_a_webp_the_first_counts() {
        byte[] png = Encoded.pngWithOrientation(Encoded.pngWithOrientation(PNG, 1), 6);
        assertThat(orientation(png)).isEqualTo(Orientation.RIGHT_TOP);
        byte[] webp = withChunks(WebPFile.of(PICTURE), exif(3, 8), exif(3, 1));
        assertThat(orientation(webp)).isEqualTo(Orientation.LEFT_BOTTOM);
    }

    @Test
    void a_chunk_in_a_png_that_begins_as_a_block_in_a_jpeg_is_broken_and_one_in_a_webp_is_not() {
        byte[] png = Encoded.withChunk(PNG, "eXIf", ("Exif\0\0" + exif(3, 6)).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(orientation(png)).isEqualTo(Orientation.TOP_LEFT);
        assertThat(orientation(withChunks(WebPFile.of(PICTURE), "Exif\0\0" + exif(3, 6))))
                .isEqualTo(Orientation.RIGHT_TOP);
    }

    @Test
    void a_webp_whose_first_chunk_tells_of_no_exif_has_none() {
        byte[] webp = withChunks(WebPFile.of(PICTURE), exif(3, 6));
        assertThat(orientation(webp)).isEqualTo(Orientation.RIGHT_TOP);
        webp[20] = 0;
        assertThat(orientation(webp)).isEqualTo(Orientation.TOP_LEFT);
    }

    @ParameterizedTest
    @ValueSource(ints = {TiffWriter.BYTE, TiffWriter.ASCII, TiffWriter.LONG, 6, 7, 8, 9})
    void an_exif_block_is_believed_only_in_the_type_that_browsers_believe(int type) {
        assertThat(orientation(withBlock(JPEG, exif(type, 6)))).isEqualTo(Orientation.TOP_LEFT);
    }

    @ParameterizedTest
    @ValueSource(ints = {TiffWriter.BYTE, TiffWriter.SHORT, TiffWriter.LONG, 6, 8, 9})
    void a_tiff_is_believed_in_every_type_of_whole_numbers(int type) {
        if (type <= TiffWriter.LONG) {
            assertThat(orientation(TiffFile.withOrientation(PICTURE, 6, type))).isEqualTo(Orientation.RIGHT_TOP);
        }
        assertThat(orientation(TiffFile.withOrientation(PICTURE, 6, TiffWriter.SHORT, type)))
                .as("the first of two")
                .isEqualTo(Orientation.RIGHT_TOP);
    }

    @Test
    void of_avif_and_heic_only_their_own_properties_count_and_the_decoder_obeys_them() {
        byte[] turned =
                AvifFile.withFor(2, HeicFile.SQUARE, AvifFile.clap(6, 4, 0, 0), AvifFile.irot(3), AvifFile.imir(0));
        ImageHeader header = read(turned);
        assertThat(header.stored()).isEqualTo(new PixelSize(4, 6));
        assertThat(header.orientation()).isEqualTo(Orientation.TOP_LEFT);
        assertThat(header.codedPixels()).as("those of its one tile").isEqualTo(64 * 64);
        byte[] avif = new String(HeicFile.SQUARE, StandardCharsets.ISO_8859_1)
                .replace("heic", "avif")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] ofTile = AvifFile.withFor(1, avif, AvifFile.clap(6, 4, 0, 0), AvifFile.irot(1));
        assertThat(read(ofTile).stored()).isEqualTo(new PixelSize(8, 8));
    }

    private ImageHeader read(byte[] file) {
        return gate.admit(file, file.length).orElseThrow();
    }

    private Orientation orientation(byte[] file) {
        return read(file).orientation();
    }

    private static byte[] withBlock(byte[] jpeg, String tiff) {
        return Encoded.withSegment(jpeg, APP1, ("Exif\0\0" + tiff).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A block of one entry, the orientation, in little-endian. */
    private static String exif(int type, int orientation) {
        return "II*\0\b\0\0\0\1\0\22\1" + (char) type + "\0\1\0\0\0" + (char) orientation + "\0\0\0\0\0\0\0";
    }

    /** An extended file of the canvas 30x20 around a simple one, with chunks of Exif behind it. */
    private static byte[] withChunks(byte[] webp, String... blocks) {
        int simple = webp.length - 12;
        ByteBuffer file = ByteBuffer.allocate(12 + 18 + simple + blocks.length * (8 + blocks[0].length()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(webp, 0, 12)
                .put(HexFormat.of().parseHex("565038580a000000080000001d0000130000"))
                .put(webp, 12, simple);
        for (String block : blocks) {
            file.put("EXIF".getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(block.length())
                    .put(block.getBytes(StandardCharsets.ISO_8859_1));
        }
        return file.putInt(4, file.capacity() - 8).array();
    }
}
