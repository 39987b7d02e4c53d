package latent.render.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.JpegCoding;
import latent.render.RenderJob;
import latent.render.RenderPlan;
import latent.render.RenderSettings;
import latent.render.ShrunkPicture;
import latent.render.SourceFile;
import latent.render.heif.Libheif;

/**
 * Renders with libvips in this process, which a crash in C would end. Run it in render workers where originals come from strangers. Thread-safe; call
 * it on platform threads, because a native call keeps a virtual thread's carrier.
 */
public final class VipsEngine implements Engine {
    public static final Set<ImageFormat> READS_WHERE_LIBHEIF_IS = Set.of(ImageFormat.HEIC);
    public static final Set<ImageFormat> READS_WHERE_SET = Set.of(ImageFormat.SVG);

    private final ConcurrentRenders renders = new ConcurrentRenders();
    private final Libvips vips;
    private final Optional<Libheif> libheif;
    private final RenderSettings settings;
    private final EngineCapabilities capabilities;
    private final String name;
    private Optional<KeptDecode> kept = Optional.empty();

    /**
     * Loads libvips, and libheif where the settings name it. Without that it is asked whether it decodes HEIC by itself.
     *
     * @throws latent.render.EngineUnavailable when there is none, or it is older than the oldest that hostile files may be shown to; the message says
     *     what to do
     */
    public VipsEngine(Path library, RenderSettings settings) {
        this.vips = new Libvips(library, settings.drawsSvg());
        this.settings = settings;
        HeicDecoder heic = HeicDecoder.of(settings.libheif(), vips);
        this.libheif = heic.libheif();
        this.name = "vips " + vips.version() + ", " + heic.description();
        EngineCapabilities abilities = abilities(settings, name);
        this.capabilities = vips.has("svgload_buffer") ? abilities : abilities.withoutReading(ImageFormat.SVG);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * What the engine of this name can do where it is set up like this.
     *
     * @param name {@link #name}, which says whether it reads HEIC
     */
    public static EngineCapabilities abilities(RenderSettings settings, String name) {
        EngineCapabilities all = abilities(settings);
        return name.contains(HeicDecoder.NONE) ? all.withoutReading(ImageFormat.HEIC) : all;
    }

    /** What the engine can do where it is set up like this and has all its libraries. */
    public static EngineCapabilities abilities(RenderSettings settings) {
        Set<ImageFormat> reads = EnumSet.copyOf(Loader.formats());
        if (settings.drawsSvg()) {
            reads.addAll(READS_WHERE_SET);
        }
        return new EngineCapabilities(reads, Encoder.formats(), Set.of());
    }

    @Override
    public EngineCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public byte[] render(RenderJob job) {
        try (Arena arena = Arena.ofConfined()) {
            SourceFile<MemorySegment> original =
                    job.original().map(file -> arena.allocateFrom(ValueLayout.JAVA_BYTE, file));
            return render(
                    original,
                    job.transformation(),
                    job.watermark().map(mark -> mark.map(file -> arena.allocateFrom(ValueLayout.JAVA_BYTE, file))),
                    KeptDecode.alone(vips, original.file()),
                    how(job.coding()));
        }
    }

    /** Renders from memory outside the heap, which must stay as it is until this returns. */
    public byte[] render(
            SourceFile<MemorySegment> original,
            Transformation transformation,
            Optional<SourceFile<MemorySegment>> watermark) {
        return render(original, transformation, watermark, KeptDecode.alone(vips, original.file()), settings);
    }

    private RenderSettings how(Optional<JpegCoding> coding) {
        return coding.map(settings::withCoding).orElse(settings);
    }

    /**
     * Renders as {@link #render(SourceFile, Transformation, Optional)} does, sharing the decoding with others of the same original. Not thread-safe.
     *
     * @param given  the original's file is the samples of this picture, which {@link #decoded} gave for another rendition
     * @param wanted whether {@link #decoded} is wanted
     * @param coding of a JPEG that is made, where it is to be another than the settings say
     */
    public byte[] render(
            SourceFile<MemorySegment> original,
            Transformation transformation,
            Optional<SourceFile<MemorySegment>> watermark,
            Optional<ShrunkPicture.Form> given,
            boolean wanted,
            Optional<JpegCoding> coding) {
        forgetDecoded();
        KeptDecode decoding = new KeptDecode(vips, original.file(), given, wanted);
        kept = Optional.of(decoding);
        boolean well = false;
        try {
            byte[] rendition = render(original, transformation, watermark, decoding, how(coding));
            well = true;
            return rendition;
        } finally {
            if (!well) {
                decoding.forget();
            }
        }
    }

    /** What the last of these renders decoded, where it was wanted and is worth it; until the next render, or {@link #forgetDecoded}. */
    public Optional<ShrunkPicture<MemorySegment>> decoded() {
        return kept.flatMap(KeptDecode::kept);
    }

    /** Gives back the memory of {@link #decoded}. */
    public void forgetDecoded() {
        kept.ifPresent(KeptDecode::forget);
        kept = Optional.empty();
    }

    private byte[] render(
            SourceFile<MemorySegment> original,
            Transformation transformation,
            Optional<SourceFile<MemorySegment>> watermark,
            KeptDecode decoded,
            RenderSettings how) {
        ImageHeader header = original.header();
        capabilities.require(header.format(), transformation);
        watermark.ifPresent(
                mark -> capabilities.requireReadableWatermark(mark.header().format()));
        try {
            return renders.run(() -> attempt(original, transformation, watermark, decoded, how));
        } catch (ConcurrentRenders.SeemsDamaged e) {
            throw e.refusal();
        } catch (VipsException e) {
            throw e.answer();
        }
    }

    private byte[] attempt(
            SourceFile<MemorySegment> original,
            Transformation transformation,
            Optional<SourceFile<MemorySegment>> watermark,
            KeptDecode decoded,
            RenderSettings how) {
        try (Session session = new Session(vips, libheif)) {
            VipsOperations operations = new VipsOperations(session, how, decoded);
            byte[] rendition = new RenderPlan<>(operations, how, original, transformation, watermark).run();
            if (session.decoded().isOneDamaged()) {
                decoded.forget();
                Refusal refusal = new Refusal(Reason.NOT_A_PICTURE, "The original is damaged or not a whole picture.");
                throw new ConcurrentRenders.SeemsDamaged(
                        refusal.withDetail(session.decoded().words()));
            }
            return rendition;
        }
    }

    /** Goes once through the code of a render, so that an ahead-of-time cache can learn what it needs. */
    public void rehearse() {
        VipsRehearsal.run(this, vips);
    }

    /** The library stays loaded as long as the process lives; there is nothing to close. */
    @Override
    public void close() {
        vips.collectMessages();
    }
}
