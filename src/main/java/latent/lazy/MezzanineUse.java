package latent.lazy;

import latent.admission.RenderPermits;
import latent.key.KeepIcc;
import latent.metrics.Meters;
import latent.render.Engine;
import latent.render.header.HeaderGate;
import latent.store.Mezzanines;
import latent.store.OriginalStore;

/** Renditions made from mezzanines, and the making of mezzanines. Thread-safe. */
record MezzanineUse(MezzanineReader reader, MezzanineMaker maker) {
    /** Colours are converted once, from the original's profile, so an engine must keep that. */
    static boolean isPossible(Engine engine) {
        return !engine.capabilities().lacks().contains(KeepIcc.CAPABILITY);
    }

    /** Opens mezzanines, and keeps those that requests use now, like originals. */
    static OriginalReader files(
            Mezzanines store, OriginalVersions versions, long maxHeldBytes, HeaderGate gate, Meters meters) {
        OriginalStore files = store.files();
        OriginalsInUse inUse = new OriginalsInUse(files, new OriginalVersions(files, versions::now), maxHeldBytes);
        meters.watch("latent.mezzanines.held.bytes", "Mezzanines in memory that are not being rendered.", inUse::bytes);
        return new OriginalReader(files, inUse, gate);
    }

    /**
     * Makes renditions and mezzanines.
     *
     * @param files    opens mezzanines
     * @param versions of the originals
     * @param renders  of originals
     */
    static MezzanineUse of(
            Mezzanines store,
            OriginalReader files,
            OriginalVersions versions,
            RenderAdmission admission,
            RenderPermits permits,
            OpenedRenders renders,
            Meters meters) {
        MezzanineReader reader = new MezzanineReader(files, versions, admission, renders.reading(files), meters);
        return new MezzanineUse(reader, new MezzanineMaker(store, reader, versions, permits, renders, meters));
    }
}
