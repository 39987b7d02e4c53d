package latent.render.cost;

import java.util.Map;

public final class MeasuredCosts {
    public static final double FLOOR_SECONDS = 0.01;
    public static final CostModel VIPS = new CostModel(Map.ofEntries(
            Map.entry(Work.RENDER, 0.00465),
            Map.entry(Work.FRAME, 0.00054),
            Map.entry(Work.DECODE_JPEG, 0.00204),
            Map.entry(Work.DECODE_PROGRESSIVE_JPEG, 0.00903),
            Map.entry(Work.DECODE_WEBP, 0.02239),
            Map.entry(Work.DECODE_GIF, 0.03736),
            Map.entry(Work.DECODE_AVIF, 0.07169),
            Map.entry(Work.DECODE_TIFF, 0.00538),
            Map.entry(Work.REDUCE, 0.00349),
            Map.entry(Work.ENLARGE, 0.03222),
            Map.entry(Work.SCALED, 0.02112),
            Map.entry(Work.LOOK, 0.01294),
            Map.entry(Work.TURN, 0.00365),
            Map.entry(Work.BLUR, 0.08817),
            Map.entry(Work.BLUR_SIGMA, 0.00027),
            Map.entry(Work.SHARPEN, 0.08162),
            Map.entry(Work.WATERMARK, 0.01418),
            Map.entry(Work.ENCODE_PNG, 0.00488),
            Map.entry(Work.ENCODE_PALETTE, 0.68104),
            Map.entry(Work.ENCODE_WEBP, 0.06328),
            Map.entry(Work.ENCODE_GIF, 0.01573),
            Map.entry(Work.ENCODE_AVIF, 0.16274),
            Map.entry(Work.COMPARE, 0.05103)), true, 1e-8);
    public static final CostModel IMGSCALR = new CostModel(Map.ofEntries(
            Map.entry(Work.RENDER, 0.00354),
            Map.entry(Work.DECODE_JPEG, 0.00285),
            Map.entry(Work.DECODE_PROGRESSIVE_JPEG, 0.00675),
            Map.entry(Work.DECODE_WEBP, 0.05493),
            Map.entry(Work.DECODE_GIF, 0.01105),
            Map.entry(Work.DELIVER, 0.00058),
            Map.entry(Work.REDUCE, 0.01440),
            Map.entry(Work.SCALED, 0.01369),
            Map.entry(Work.LOOK, 0.00997),
            Map.entry(Work.TURN, 0.01872),
            Map.entry(Work.BLUR, 0.10756),
            Map.entry(Work.SHARPEN, 0.06417),
            Map.entry(Work.WATERMARK, 0.13446),
            Map.entry(Work.ENCODE_JPEG, 0.04569),
            Map.entry(Work.ENCODE_PNG, 0.04312),
            Map.entry(Work.ENCODE_PALETTE, 0.00160)), false, 1e-8);

    private MeasuredCosts() {}
}
