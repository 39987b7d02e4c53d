package latent.render.cost;

import java.util.Map;
import java.util.Set;
import latent.key.Quality;
import latent.render.EngineCapabilities;

/**
 * CPU seconds of each kind of work, for either engine: fitted by {@code bench/cost fit} to the measured renders of {@code bench/cost.tsv}. For
 * libvips it is user and system time of the worker, with all its threads; for the portable engine, of the thread that renders. Measured on two
 * shared cores of a server with libvips 8.18.7; another machine differs by a factor that is the same for all of them, nearly.
 */
public final class MeasuredCosts {
    /**
     * Shortest time that can be measured, in ticks of ten milliseconds: what takes less counts as this where estimates are compared with
     * measurements.
     */
    public static final double FLOOR_SECONDS = 0.01;

    /** Drawings are not in the table: theirs is assumed, and what shapes cost no header tells. */
    private static final double ASSUMED_FOR_DRAWINGS = 0.1;

    /** Not in the table either: measured for 32 bits with alpha, of all kinds the slowest, in a render worker. */
    private static final double MEASURED_FOR_BITMAPS = 0.1;

    /** Nor this: measured with libheif 1.15.1 on tiles of a photograph, 12 megapixels in 2 MB. */
    private static final double MEASURED_FOR_HEIC = 0.1;

    private static final Map<WorkKind, Double> LIBVIPS_SECONDS = Map.ofEntries(
            Map.entry(WorkKind.RENDER, 0.00463),
            Map.entry(WorkKind.FRAME, 0.00065),
            Map.entry(WorkKind.DECODE_JPEG, 0.00212),
            Map.entry(WorkKind.DECODE_PROGRESSIVE_JPEG, 0.00939),
            Map.entry(WorkKind.DECODE_WEBP, 0.02535),
            Map.entry(WorkKind.DECODE_GIF, 0.04263),
            Map.entry(WorkKind.DECODE_AVIF, 0.07089),
            Map.entry(WorkKind.DECODE_HEIC, MEASURED_FOR_HEIC),
            Map.entry(WorkKind.DECODE_TIFF, 0.00682),
            Map.entry(WorkKind.DECODE_BMP, MEASURED_FOR_BITMAPS),
            Map.entry(WorkKind.REDUCE, 0.00322),
            Map.entry(WorkKind.ENLARGE, 0.00775),
            Map.entry(WorkKind.LOOK, 0.01152),
            Map.entry(WorkKind.BLUR, 0.00943),
            Map.entry(WorkKind.BLUR_SIGMA, 0.00242),
            Map.entry(WorkKind.SHARPEN, 0.08734),
            Map.entry(WorkKind.WATERMARK, 0.01652),
            Map.entry(WorkKind.ENCODE_JPEG, 0.02085),
            Map.entry(WorkKind.ENCODE_PNG, 0.05359),
            Map.entry(WorkKind.ENCODE_WEBP, 0.12773),
            Map.entry(WorkKind.ENCODE_AVIF, 0.30931),
            Map.entry(WorkKind.CHOOSE_COLOURS, 0.19573),
            Map.entry(WorkKind.CHOOSE_AMONG_MANY, 1.86603),
            Map.entry(WorkKind.COMPARE, 0.04406),
            Map.entry(WorkKind.DRAW_SVG, ASSUMED_FOR_DRAWINGS));

    private static final Map<WorkKind, Double> PORTABLE_SECONDS = Map.ofEntries(
            Map.entry(WorkKind.RENDER, 0.00331),
            Map.entry(WorkKind.DECODE_JPEG, 0.00657),
            Map.entry(WorkKind.DECODE_PROGRESSIVE_JPEG, 0.04787),
            Map.entry(WorkKind.DECODE_WEBP, 0.07543),
            Map.entry(WorkKind.DECODE_GIF, 0.00524),
            Map.entry(WorkKind.DECODE_BMP, MEASURED_FOR_BITMAPS),
            Map.entry(WorkKind.REDUCE, 0.09211),
            Map.entry(WorkKind.ENLARGE, 0.00242),
            Map.entry(WorkKind.LOOK, 0.01232),
            Map.entry(WorkKind.BLUR, 0.03807),
            Map.entry(WorkKind.BLUR_SIGMA, 0.00113),
            Map.entry(WorkKind.SHARPEN, 0.09758),
            Map.entry(WorkKind.WATERMARK, 0.13854),
            Map.entry(WorkKind.ENCODE_JPEG, 0.07675),
            Map.entry(WorkKind.ENCODE_PNG, 0.06272));

    /** Of libvips in render workers. */
    public static final CostModel VIPS =
            new CostModel(LIBVIPS_SECONDS, Set.of(EngineCapabilities.ANIMATION, Quality.PALETTE));

    /** Of the portable engine. */
    public static final CostModel IMGSCALR = new CostModel(PORTABLE_SECONDS, Set.of());

    private MeasuredCosts() {}
}
