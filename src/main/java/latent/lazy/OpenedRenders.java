package latent.lazy;

import java.util.Optional;
import latent.admission.Charge;
import latent.admission.RenderPermits;
import latent.admission.RenderPermits.Permit;
import latent.image.ImageHeader;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.key.Transformation;
import latent.lazy.OriginalReader.Fetched;
import latent.lazy.OriginalReader.Opened;
import latent.lazy.RenderAdmission.Needs;
import latent.lazy.RenditionRenderer.Rendered;
import latent.render.DecodeReuse;
import latent.render.JpegCoding;
import latent.render.RenderJob;
import latent.render.ShrunkPicture;
import latent.render.SourceFile;
import latent.store.OriginalStore;
import latent.store.Rendition;

/**
 * Makes renditions of opened originals: waits for a permit, fetches the file or takes pixels that another request has decoded, and renders.
 * Thread-safe.
 */
record OpenedRenders(
        OriginalStore originals,
        OriginalReader reader,
        Watermarks watermarks,
        RenderPermits permits,
        RenderAdmission admission,
        CountedRenders renders) {
    /** The same of other files. */
    OpenedRenders reading(OriginalReader others) {
        return new OpenedRenders(originals, others, watermarks, permits, admission, renders);
    }

    /**
     * A rendition to be made.
     *
     * @param charge settled with the actual price
     * @param coding of a JPEG, where it is to be another than the settings say
     */
    record Request(
            OriginalKey original,
            Transformation transformation,
            Charge charge,
            Stopwatch watch,
            Optional<JpegCoding> coding) {
        Request(RenditionKey key, Charge charge, Stopwatch watch) {
            this(key.original(), key.transformation(), charge, watch, Optional.empty());
        }

        /** The same rendition by another way, which costs the visitor nothing. */
        Request by(Transformation other) {
            return new Request(original, other, Charge.free(), watch, coding);
        }
    }

    /**
     * Renders.
     *
     * @return empty when the original has been replaced since it was opened
     * @throws latent.refusal.Refusal when the original is no picture, is not supported or too expensive, or no permit is free in time
     */
    Optional<Rendered> render(Request request, Opened opened) {
        return opened.header()
                .map(header -> render(request, opened, header))
                .orElseGet(() -> renderUnknown(request, opened));
    }

    private Optional<Rendered> render(Request request, Opened opened, ImageHeader header) {
        Needs needs = admission.expect(opened, header, request.transformation(), request.charge());
        int factor = renders.shareDecodes() ? ShrunkPicture.factor(header, request.transformation()) : 1;
        try (var turn = opened.decodes().await(factor, request.watch())) {
            return turn.picture()
                    .map(picture -> Optional.of(renderFrom(request, opened, header, picture, needs)))
                    .orElseGet(() -> renderFile(request, opened, turn, needs));
        } finally {
            opened.forgetBytes();
        }
    }

    private Optional<Rendered> renderFile(Request request, Opened opened, SharedDecodes.Turn turn, Needs needs) {
        try (var permit =
                request.watch().time(Stage.PERMIT, () -> admission.acquire(permits, needs, opened::fetchAhead))) {
            return fetch(request, opened).map(fetched -> render(request, opened, fetched.file(), turn.reuse()));
        }
    }

    /** Renders from pixels that were decoded for another rendition, without reading the file. */
    private Rendered renderFrom(
            Request request, Opened opened, ImageHeader header, ShrunkPicture<byte[]> picture, Needs needs) {
        try (var permit = request.watch().time(Stage.PERMIT, () -> admission.acquire(permits, needs, () -> {}))) {
            DecodeReuse given = DecodeReuse.from(picture.form());
            return render(request, opened, new SourceFile<>(picture.samples(), header), given);
        }
    }

    /**
     * Renders an original whose header shows only in the whole file. The file takes memory before anybody knows how much the render needs. When the
     * rest is not free at once, the permit is given back and the file read again later, unless it may stay in memory while it waits.
     */
    private Optional<Rendered> renderUnknown(Request request, Opened opened) {
        ImageHeader header;
        try (Permit permit = request.watch()
                .time(Stage.PERMIT, () -> permits.acquire(opened.original().bytes()))) {
            Optional<Fetched> fetched = fetch(request, opened);
            if (fetched.isEmpty()) {
                return Optional.empty();
            }
            header = fetched.get().file().header();
            Needs needs = RenderAdmission.settlingRefusals(
                    request.charge(), () -> expectOffered(request, opened, fetched.get()));
            if (!needs.takesSeconds() && permit.tryGrow(needs.memoryBytes())) {
                return Optional.of(render(request, opened, fetched.get().file(), DecodeReuse.NONE));
            }
        } finally {
            opened.forgetBytes();
        }
        return render(request, opened, header);
    }

    private Needs expectOffered(Request request, Opened opened, Fetched fetched) {
        ImageHeader header = fetched.file().header();
        admission.requireOffered(opened, header, request.transformation());
        return admission.expect(opened, header, request.transformation(), request.charge());
    }

    private Optional<Fetched> fetch(Request request, Opened opened) {
        return RenderAdmission.settlingRefusals(
                request.charge(), () -> request.watch().time(Stage.FETCH, () -> reader.fetch(opened)));
    }

    private Rendered render(Request request, Opened opened, SourceFile<byte[]> original, DecodeReuse reuse) {
        admission.settle(opened, original.header(), request.transformation(), request.charge());
        Optional<SourceFile<byte[]>> watermark = watermarks.of(request.transformation());
        RenderJob job = new RenderJob(original, request.transformation(), watermark, reuse, request.coding());
        Rendition made = renders.run(job, request.watch());
        Optional<String> cacheControl = originals.cacheControl(request.original());
        return new Rendered(
                cacheControl.map(made::cached).orElse(made), opened.original().eTag());
    }
}
