package latent.render.vips;

import java.util.Base64;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;

/**
 * Whether a libvips can decode HEVC, the coding in HEIC. It has one loader for AVIF and HEIC, and which codings it was built with it does not tell,
 * so it is shown a white square. Npm's libvips has AV1 alone.
 */
final class HeicProbe {
    private static final ImageHeader HEADER =
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

    private HeicProbe() {}

    static boolean decodes(Libvips vips) {
        try (Session session = new Session(vips)) {
            byte[] file = Base64.getMimeDecoder().decode(SQUARE);
            new Loader(session, session.lend(file), HEADER).opened().inMemory();
            return true;
        } catch (VipsException withoutHevc) {
            return false;
        }
    }
}
