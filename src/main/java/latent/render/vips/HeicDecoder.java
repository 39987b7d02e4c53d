package latent.render.vips;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.render.EngineUnavailable;
import latent.render.heif.Libheif;

/**
 * What decodes HEVC, the coding in HEIC: libheif with a decoder of it, else libvips if it was built with one, which npm's is not.
 *
 * @param libheif     empty where libvips does it, or nobody
 * @param description for the name of the engine
 */
record HeicDecoder(Optional<Libheif> libheif, String description) {
    /** In the description where nobody does. */
    static final String NONE = "no HEIC";

    static final ImageHeader HEADER =
            new ImageHeader(ImageFormat.HEIC, new PixelSize(8, 8), Orientation.TOP_LEFT, 1, false);

    /** 8x8 white pixels, by heif-enc 1.15.1 and x265. */
    private static final String SQUARE = """
            AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA
            AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAAgACAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAIgACAAEAAAAAAAAA
            AQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAA
            ALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQED
            cAAAAwCQAAADAAADAB6gIIEFluqumubgQEDAgAAAAwCAAAADAIQiAAEABkQBwXPBiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlz
            cGUAAAAAAAAACAAAAAgAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGlt
            ZwACAAEAAQAAACptZGF0AAAAHigBrwQSEkzg+AROX27oMFUBIKzotHShyJcQk7tqwA==
            """;

    /** @param library the libheif to load */
    static HeicDecoder of(Optional<Path> library, Libvips vips) {
        String reason = "there is no libheif";
        if (library.isPresent()) {
            try {
                Libheif libheif = Libheif.open(library.get());
                return new HeicDecoder(Optional.of(libheif), "HEIC by libheif " + libheif.version());
            } catch (EngineUnavailable unusable) {
                reason = String.valueOf(unusable.getMessage());
            }
        }
        return new HeicDecoder(Optional.empty(), decodes(vips) ? "HEIC by libvips" : NONE + " (" + reason + ")");
    }

    /** Which codings it was built with libvips does not tell, so it is shown a white square. */
    private static boolean decodes(Libvips vips) {
        try (Session session = new Session(vips)) {
            new Loader(session, session.lend(square()), HEADER).opened().inMemory();
            return true;
        } catch (VipsException withoutHevc) {
            return false;
        }
    }

    /** A HEIC file, which has {@link #HEADER}. */
    static byte[] square() {
        return Base64.getMimeDecoder().decode(SQUARE);
    }
}
