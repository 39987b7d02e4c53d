package latent.key;

import static latent.refusal.Reason.NOT_A_RENDITION;

import java.util.Optional;
import latent.image.FormatNames;
import latent.image.ImageFormat;
import latent.refusal.Refusal;

/**
 * A path taken apart at its last slash and its last dots.
 *
 * @param directory    with its trailing slash, or empty
 * @param stem         the name before the original's extension: name and transformation
 * @param extension    the original's, as spelt
 * @param outputFormat the one after it, or the original's own
 */
record FileName(String directory, String stem, String extension, ImageFormat outputFormat) {

    /** Takes a path apart; one without a picture's extension is refused. */
    static FileName of(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String directory = path.substring(0, slash);
        String name = path.substring(slash);
        Split last = Split.of(name);
        Split before = Split.of(last.stem());
        Optional<ImageFormat> own = ImageFormat.ofOriginalExtension(before.extension());
        Optional<ImageFormat> format = ImageFormat.ofExtension(last.extension());
        // "photo.jpg_600_400.png" is a PNG called photo.jpg; "photo_600_400.jpg.png" is the PNG of a JPEG.
        if (own.isPresent() && format.isPresent()) {
            return new FileName(directory, before.stem(), before.extension(), format.get());
        }
        ImageFormat original = ImageFormat.ofOriginalExtension(last.extension())
                .orElseThrow(() -> new Refusal(NOT_A_RENDITION, FormatNames.noneIsCalled(last.extension())));
        return new FileName(directory, last.stem(), last.extension(), original);
    }

    private record Split(String stem, String extension) {
        static Split of(String name) {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? new Split(name, "") : new Split(name.substring(0, dot), name.substring(dot + 1));
        }
    }
}
