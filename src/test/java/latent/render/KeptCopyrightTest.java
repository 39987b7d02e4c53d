package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.imageio.stream.MemoryCacheImageInputStream;
import latent.image.ImageFormat;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.pictures.PrivateExif;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code keep-copyright} keeps of a file with private metadata, read by a TIFF reader that no engine uses for writing. */
class KeptCopyrightTest {
    private static final String NOTICE = "(c) Ada Lovelace (London)";
    private static final int COPYRIGHT = 0x8298;
    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_DIRECTORY = 0x8769;

    /** Tags that Exif requires in every file, and that describe the rendition alone: resolution, position of the chroma, version, colour space, size. */
    private static final Set<Integer> REQUIRED = Set.of(
            ORIENTATION,
            0x011a,
            0x011b,
            0x0128,
            0x0213,
            EXIF_DIRECTORY,
            0x9000,
            0x9101,
            0xa000,
            0xa001,
            0xa002,
            0xa003);

    private static final byte[] ORIGINAL =
            PrivateExif.in(Encoded.jpeg(Pictures.clouds(300, 200)), NOTICE, Encoded.jpeg(Pictures.quarters(160, 120)));

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "AVIF", "GIF"})
    void the_copyright_notice_stays_and_no_other_metadata(ImageFormat format) {
        WantedRendition wish =
                WantedRendition.box(90, 90).as(format).keepCopyright().crop(100, 100, 0, 0);
        TestedEngines.all().forEach(engine -> {
            try {
                check(format, engine.render(Row.job(ORIGINAL, wish.transformation(), Optional.empty())));
            } catch (Refusal lacking) {
                assertThat(engine.name()).startsWith("imgscalr");
            }
        });
    }

    private static void check(ImageFormat format, byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain(PrivateExif.SECRET, "http://ns.adobe.com", "Photoshop", "2020:01");
        if (format == ImageFormat.GIF) {
            return; // has no place for a notice
        }
        int start = Math.max(text.indexOf("II*\0"), text.indexOf("MM\0*"));
        assertThat(start).as("a block of Exif").isPositive();
        CompoundDirectory exif = read(Arrays.copyOfRange(file, start, file.length));
        assertThat(exif.directoryCount())
                .as("directories; a second one is of a thumbnail")
                .isEqualTo(1);
        assertThat(exif.getEntryById(COPYRIGHT).getValueAsString()).isEqualTo(NOTICE);
        Entry orientation = exif.getEntryById(ORIENTATION);
        assertThat(orientation == null ? 1 : ((Number) orientation.getValue()).intValue())
                .as("the pixels are upright")
                .isEqualTo(1);
        assertThat(tags(exif)).isSubsetOf(with(COPYRIGHT));
        if (exif.getEntryById(EXIF_DIRECTORY) != null) {
            assertThat(tags((Directory) exif.getEntryById(EXIF_DIRECTORY).getValue()))
                    .isSubsetOf(REQUIRED);
        }
    }

    private static List<Integer> with(int tag) {
        return java.util.stream.Stream.concat(REQUIRED.stream(), java.util.stream.Stream.of(tag))
                .toList();
    }

    private static List<Integer> tags(Directory directory) {
        return StreamSupport.stream(directory.spliterator(), false)
                .map(entry -> (Integer) entry.getIdentifier())
                .toList();
    }

    private static CompoundDirectory read(byte[] exif) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(exif))) {
            return (CompoundDirectory) new TIFFReader().read(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
