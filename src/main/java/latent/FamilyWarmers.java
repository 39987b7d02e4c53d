package latent;

import java.util.List;
import latent.config.Settings;
import latent.metrics.Meters;
import latent.plan.PlannedFamily;
import latent.spark.WarmerSource;
import latent.warm.FamilyWarmer;
import latent.warm.WarmReceipt;

/** Wires the objects that make the renditions of a plan in a task of Spark; closes them in reverse order. */
public final class FamilyWarmers implements WarmerSource.Warmer {
    /** Opens a warmer in a task. */
    public static final WarmerSource SOURCE = FamilyWarmers::open;

    private final Closer opened;
    private final FamilyWarmer warmer;

    private FamilyWarmers(Closer opened, FamilyWarmer warmer) {
        this.opened = opened;
        this.warmer = warmer;
    }

    private static WarmerSource.Warmer open(Settings settings) {
        return Closer.opening(opened -> {
            Warmers warmers = Warmers.open(settings, new Meters(), opened);
            return new FamilyWarmers(opened, warmers.families());
        });
    }

    @Override
    public List<WarmReceipt> warm(PlannedFamily family) {
        return warmer.warm(family, () -> true);
    }

    @Override
    public void close() {
        opened.close();
    }
}
