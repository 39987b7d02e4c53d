package latent.render.imgscalr;

import java.util.Set;
import latent.image.ImageFormat;
import latent.key.KeepCopyright;
import latent.key.KeepIcc;
import latent.key.MaxBytes;
import latent.key.Quality;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.RenderJob;
import latent.render.RenderPlan;
import latent.render.RenderSettings;

/** Pure Java: ImageIO decodes, imgscalr resizes, ImageIO encodes. */
public final class ImgscalrEngine implements Engine {
    private static final EngineCapabilities CAPABILITIES = new EngineCapabilities(
            Set.of(
                    ImageFormat.JPEG,
                    ImageFormat.PNG,
                    ImageFormat.GIF,
                    ImageFormat.WEBP,
                    ImageFormat.BMP,
                    ImageFormat.ICO),
            Encoders.formats(),
            Set.of(
                    Quality.PALETTE,
                    MaxBytes.OF_PNG,
                    KeepIcc.CAPABILITY,
                    KeepCopyright.CAPABILITY,
                    EngineCapabilities.ANIMATION,
                    EngineCapabilities.LINEAR_ALPHA));

    private final ImageReaders readers = new ImageReaders();
    private final RenderSettings settings;

    public ImgscalrEngine(RenderSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "imgscalr 4.2 on Java " + Runtime.version().feature();
    }

    @Override
    public EngineCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public byte[] render(RenderJob job) {
        CAPABILITIES.require(job.header().format(), job.transformation());
        job.watermark()
                .ifPresent(mark ->
                        CAPABILITIES.requireReadableWatermark(mark.header().format()));
        ImgscalrOperations operations =
                new ImgscalrOperations(readers, new Encoders(job.coding().orElse(settings.jpegCoding())));
        return new RenderPlan<>(operations, settings, job.original(), job.transformation(), job.watermark()).run();
    }

    @Override
    public void close() {}
}
