package latent.cli;

import java.nio.file.Path;
import java.util.List;
import latent.audit.AuditReport;
import latent.check.Deployment;
import latent.config.SettingSources;
import latent.purge.PurgeScope;

/** What the commands do once their arguments are read. Each returns when it is done or was stopped. */
public interface Actions {
    /** Runs the processor. */
    void serve(SettingSources sources) throws Exception;

    /** Works off changes of originals. */
    void warm(SettingSources sources) throws Exception;

    /** Removes renditions from the website bucket and from CloudFront, or only counts them. */
    void purge(List<PurgeScope> scopes, boolean dryRun, SettingSources sources) throws Exception;

    /**
     * Carries a plan out, and prints what became of it.
     *
     * @return true when nothing failed
     */
    boolean warm(WarmOptions options, SettingSources sources) throws Exception;

    /**
     * Plans which renditions are to be made, and prints what it finds.
     */
    void plan(PlanOptions options, SettingSources sources) throws Exception;

    /** Audits what is stored, and prints what it finds. */
    AuditReport.Verdict audit(AuditOptions options, SettingSources sources) throws Exception;

    /**
     * Finds renditions that nobody asks for any more, and prints what removing them saves; removes them where that is said.
     *
     * @return true when nothing failed
     */
    boolean expire(ExpireOptions options, SettingSources sources) throws Exception;

    /** Renders the file {@code in} as the key says, into the file {@code out}. */
    void render(Path in, String key, Path out, SettingSources sources) throws Exception;

    /** Makes what a first start would have to make, and prints which engine is available. */
    void prepare(SettingSources sources) throws Exception;

    /**
     * Checks a deployment from outside, and prints what it finds.
     *
     * @return true when nothing failed
     */
    boolean check(Deployment deployment) throws Exception;

    /** Writes the playground's page for this deployment into a folder, with these originals to choose from. */
    void playground(Path folder, List<String> originals, SettingSources sources) throws Exception;

    /** Runs everything on this machine. */
    void demo(DemoOptions options, SettingSources sources) throws Exception;
}
