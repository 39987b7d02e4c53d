package latent.builder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latent.image.PixelSize;
import latent.key.Enlarge;
import latent.key.Fit;

/**
 * The widths of one shape, in device pixels. Where the original's size is known, no width is larger than what a rendition comes out with.
 *
 * @param maxSide the longest side that the deployment makes
 */
record ResponsiveWidths(int maxSide, Optional<PixelSize> original) {
    /** The same shape in several widths, ascending. */
    Stream<RenditionSpec> of(RenditionSpec spec, List<Integer> widths) {
        long most = Math.min(widestOfOriginal(spec), widestOfDeployment(spec));
        return widths.stream()
                .map(width -> Math.toIntExact(Math.min(width, most)))
                .distinct()
                .sorted()
                .map(spec::scaledTo);
    }

    /** The width that a rendition comes out with, as far as that is known: a whole picture may be narrower than its box. */
    long widthOf(RenditionSpec spec) {
        if (fit(spec) != Fit.FIT || spec.height() == 0 || original.isEmpty()) {
            return spec.width();
        }
        PixelSize size = original.get();
        return Math.min(spec.width(), Math.max(1, Math.round((double) spec.height() * size.width() / size.height())));
    }

    /** Densities at which no side is longer than the deployment allows; a preset has its one. */
    Stream<Integer> densities(RenditionSpec spec, List<Integer> wanted) {
        long longest = Math.max(spec.width(), spec.height());
        return wanted.stream()
                .filter(density -> density == 1 || (spec.preset().isEmpty() && longest * density <= maxSide));
    }

    private long widestOfOriginal(RenditionSpec spec) {
        if (original.isEmpty() || spec.find(Enlarge.class).isPresent() || fit(spec) == Fit.PAD) {
            return Long.MAX_VALUE;
        }
        PixelSize size = original.get();
        return fit(spec) == Fit.FIT || spec.height() == 0
                ? size.width()
                : Math.max(1, Math.min(size.width(), (long) size.height() * spec.width() / spec.height()));
    }

    private long widestOfDeployment(RenditionSpec spec) {
        boolean upright = spec.width() > 0 && spec.height() > spec.width();
        return upright ? Math.max(1, (long) maxSide * spec.width() / spec.height()) : maxSide;
    }

    private static Fit fit(RenditionSpec spec) {
        return spec.find(Fit.class).orElse(Fit.FIT);
    }
}
