package latent.lazy;

import java.util.Optional;
import latent.admission.Charge;
import latent.admission.RenderPermits;
import latent.admission.RenderPermits.Permit;
import latent.image.ImageHeader;
import latent.key.RenditionKey;
import latent.lazy.OriginalReader.Fetched;
import latent.lazy.OriginalReader.Opened;
import latent.lazy.RenderAdmission.Needs;
import latent.lazy.RenditionRenderer.Rendered;
import latent.render.DecodeReuse;
import latent.render.RenderJob;
import latent.render.ShrunkPicture;
import latent.render.SourceFile;

/**
 * Makes a rendition of an original that has been opened: room, then its bytes or what others have decoded of it, then the render. Thread-safe.
 */
final class OpenedRenderer {
    private final OriginalReader reader;
    private final Watermarks watermarks;
    private final RenderPermits permits;
    private final RenderAdmission admission;
    private final CountedRenders renders;

    OpenedRenderer(
            OriginalReader reader,
            Watermarks watermarks,
            RenderPermits permits,
            RenderAdmission admission,
            CountedRenders renders) {
        this.reader = reader;
        this.watermarks = watermarks;
        this.permits = permits;
        this.admission = admission;
        this.renders = renders;
    }

    /** Of an original whose header is known; empty when it was replaced meanwhile. */
    Optional<Rendered> render(RenditionKey key, Opened opened, ImageHeader header, Charge charge, Stopwatch watch) {
        Needs needs = admission.expect(opened, header, key.transformation(), charge);
        int factor = renders.shareDecodes() ? ShrunkPicture.factor(header, key.transformation()) : 1;
        try (var turn = watch.time(Stage.PERMIT, () -> opened.decodes().await(factor))) {
            return turn.picture()
                    .map(picture -> Optional.of(renderFrom(key, opened, header, picture, needs, charge, watch)))
                    .orElseGet(() -> renderFile(key, opened, turn, needs, charge, watch));
        } finally {
            opened.forgetBytes();
        }
    }

    private Optional<Rendered> renderFile(
            RenditionKey key, Opened opened, SharedDecodes.Turn turn, Needs needs, Charge charge, Stopwatch watch) {
        try (var permit = watch.time(Stage.PERMIT, () -> admission.acquire(permits, needs, opened::fetchAhead))) {
            return fetch(opened, charge, watch)
                    .map(fetched -> render(key, opened, fetched.file(), turn.reuse(), charge, watch));
        }
    }

    /** Begins with what was decoded for another rendition; the file is not needed. */
    private Rendered renderFrom(
            RenditionKey key,
            Opened opened,
            ImageHeader header,
            ShrunkPicture<byte[]> picture,
            Needs needs,
            Charge charge,
            Stopwatch watch) {
        try (var permit = watch.time(Stage.PERMIT, () -> admission.acquire(permits, needs, () -> {}))) {
            DecodeReuse given = DecodeReuse.from(picture.form());
            return render(key, opened, new SourceFile<>(picture.samples(), header), given, charge, watch);
        }
    }

    /**
     * Of an original of which only the whole file tells what it is: it takes memory before anybody knows how much more its picture will. When that is
     * not free at once, the file is read again when it is, unless there is room for it among those that wait.
     */
    Optional<Rendered> renderUnknown(RenditionKey key, Opened opened, Charge charge, Stopwatch watch) {
        ImageHeader header;
        try (Permit permit =
                watch.time(Stage.PERMIT, () -> permits.acquire(opened.original().bytes()))) {
            Optional<Fetched> fetched = fetch(opened, charge, watch);
            if (fetched.isEmpty()) {
                return Optional.empty();
            }
            header = fetched.get().file().header();
            Needs needs =
                    RenderAdmission.settlingRefusals(charge, () -> expectOffered(key, opened, fetched.get(), charge));
            if (!needs.takesSeconds() && permit.tryGrow(needs.memoryBytes())) {
                return Optional.of(render(key, opened, fetched.get().file(), DecodeReuse.NONE, charge, watch));
            }
        } finally {
            opened.forgetBytes();
        }
        return render(key, opened, header, charge, watch);
    }

    private Needs expectOffered(RenditionKey key, Opened opened, Fetched fetched, Charge charge) {
        ImageHeader header = fetched.file().header();
        admission.requireOffered(opened, header, key.transformation());
        return admission.expect(opened, header, key.transformation(), charge);
    }

    private Optional<Fetched> fetch(Opened opened, Charge charge, Stopwatch watch) {
        return RenderAdmission.settlingRefusals(charge, () -> watch.time(Stage.FETCH, () -> reader.fetch(opened)));
    }

    private Rendered render(
            RenditionKey key,
            Opened opened,
            SourceFile<byte[]> original,
            DecodeReuse reuse,
            Charge charge,
            Stopwatch watch) {
        admission.settle(opened, original.header(), key.transformation(), charge);
        Optional<SourceFile<byte[]>> watermark = watermarks.of(key.transformation());
        RenderJob job = new RenderJob(original, key.transformation(), watermark, reuse);
        return new Rendered(renders.run(job, watch), opened.original().eTag());
    }
}
