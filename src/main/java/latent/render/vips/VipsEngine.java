package latent.render.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.RenderJob;
import latent.render.RenderPlan;
import latent.render.RenderSettings;
import latent.render.SourceFile;

/**
 * Renders with libvips, in this process: fast, and at the mercy of a crash in C. Put it into render workers where strangers upload. Thread-safe;
 * call it on platform threads, because a native call keeps a virtual thread's carrier.
 */
public final class VipsEngine implements Engine {
    /** Of 24 bits, with the header of OS/2. */
    private static final String ONE_PIXEL_BMP =
            "424d1e000000000000001a000000" + "0c000000" + "01000100" + "01001800" + "00000000";

    private static final PixelSize REHEARSED = new PixelSize(320, 240);

    public static final Set<ImageFormat> READS_WHERE_LIBVIPS_DOES = Set.of(ImageFormat.HEIC);
    public static final Set<ImageFormat> READS_WHERE_SET = Set.of(ImageFormat.SVG);

    private final ConcurrentRenders renders = new ConcurrentRenders();
    private final Libvips vips;
    private final RenderSettings settings;
    private final EngineCapabilities capabilities;

    /**
     * Loads libvips.
     *
     * @throws latent.render.EngineUnavailable when there is none, or it is older than the oldest that hostile files may be shown to; the message says
     *     what to do
     */
    public VipsEngine(Path library, RenderSettings settings) {
        this.vips = new Libvips(library, settings.drawsSvg());
        this.settings = settings;
        EngineCapabilities abilities = abilities(settings);
        this.capabilities = vips.has("svgload_buffer") ? abilities : withoutSvg(abilities);
    }

    @Override
    public String name() {
        return "vips " + vips.version();
    }

    /**
     * What the engine can do where it is set up like this. HEIC is in it, although a libvips may lack its coding: that is found out when an original
     * has it, which {@link #render} then refuses.
     */
    public static EngineCapabilities abilities(RenderSettings settings) {
        Set<ImageFormat> reads = EnumSet.copyOf(Loader.formats());
        if (settings.drawsSvg()) {
            reads.addAll(READS_WHERE_SET);
        }
        return new EngineCapabilities(reads, Encoder.formats(), Set.of());
    }

    private static EngineCapabilities withoutSvg(EngineCapabilities abilities) {
        Set<ImageFormat> reads = EnumSet.copyOf(abilities.reads());
        reads.remove(ImageFormat.SVG);
        return new EngineCapabilities(reads, abilities.writes(), abilities.lacks());
    }

    @Override
    public EngineCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public byte[] render(RenderJob job) {
        try (Arena arena = Arena.ofConfined()) {
            return render(
                    job.original().map(file -> arena.allocateFrom(ValueLayout.JAVA_BYTE, file)),
                    job.transformation(),
                    job.watermark().map(mark -> mark.map(file -> arena.allocateFrom(ValueLayout.JAVA_BYTE, file))));
        }
    }

    /** Renders from memory outside the heap, which must stay as it is until this returns. */
    public byte[] render(
            SourceFile<MemorySegment> original,
            Transformation transformation,
            Optional<SourceFile<MemorySegment>> watermark) {
        ImageHeader header = original.header();
        capabilities.require(header.format(), transformation);
        watermark.ifPresent(mark -> capabilities.requireReadable(mark.header().format()));
        try {
            return renders.run(() -> attempt(original, transformation, watermark));
        } catch (ConcurrentRenders.SeemsDamaged e) {
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is damaged or not a whole picture.")
                    .withDetail(e.words());
        } catch (VipsException e) {
            if (header.format() == ImageFormat.HEIC && !HeicProbe.decodes(vips)) {
                throw EngineCapabilities.cannotRead(ImageFormat.HEIC).withDetail(String.valueOf(e.getMessage()));
            }
            throw refusal(e);
        }
    }

    private byte[] attempt(
            SourceFile<MemorySegment> original,
            Transformation transformation,
            Optional<SourceFile<MemorySegment>> watermark) {
        try (Session session = new Session(vips)) {
            VipsOperations operations = new VipsOperations(session, settings);
            byte[] rendition = new RenderPlan<>(operations, settings, original, transformation, watermark).run();
            if (session.decoded().isOneDamaged()) {
                throw new ConcurrentRenders.SeemsDamaged(session.decoded().words());
            }
            return rendition;
        }
    }

    /** A decoder's complaint is the file's fault; a saver's is ours. Computation is lazy: both surface in the last step, by name. */
    private static RuntimeException refusal(VipsException said) {
        String words = String.valueOf(said.getMessage());
        if (said.isOutOfMemory()) {
            return new Refusal(
                            Reason.RENDER_LIMIT_REACHED,
                            "This original takes too much memory to render: it has too many pixels, or too many in a row.")
                    .withDetail(words);
        }
        return said.isSavers()
                ? new FaultException(Fault.RENDER_FAILED, "libvips cannot write the rendition: " + words)
                : new Refusal(Reason.NOT_A_PICTURE, "The original cannot be decoded.").withDetail(words);
    }

    /** Goes once through the code of a render, so that an ahead-of-time cache can learn what it needs. */
    public void rehearse() {
        for (ImageFormat format : Encoder.formats()) {
            Transformation small = Transformation.of(new RequestedSize(40, 30), format);
            ImageHeader header = new ImageHeader(ImageFormat.JPEG, REHEARSED, Orientation.RIGHT_TOP, 1, false);
            render(RenderJob.of(black(), header, small));
        }
        ImageHeader bitmap = new ImageHeader(ImageFormat.BMP, new PixelSize(1, 1), Orientation.TOP_LEFT, 1, false);
        Transformation png = Transformation.of(new RequestedSize(1, 1), ImageFormat.PNG);
        render(RenderJob.of(HexFormat.of().parseHex(ONE_PIXEL_BMP), bitmap, png));
    }

    private byte[] black() {
        try (Session session = new Session(vips)) {
            Picture black = session.operation("black")
                    .with("width", REHEARSED.width())
                    .with("height", REHEARSED.height())
                    .picture();
            return black.operation("jpegsave_buffer").bytes();
        }
    }

    /** The library stays loaded as long as the process lives; there is nothing to close. */
    @Override
    public void close() {
        vips.collectMessages();
    }
}
