package latent.cli;

import java.nio.file.Path;
import latent.check.Deployment;
import latent.config.SettingSources;

/** What the commands do, once their words are understood. Each returns when it is done or stopped. */
public interface Actions {
    /** Runs the processor. */
    void serve(SettingSources said) throws Exception;

    /** Works off changes of originals. */
    void warm(SettingSources said) throws Exception;

    /**
     * Carries a plan out, and prints what became of it.
     *
     * @return true when nothing failed
     */
    boolean warm(WarmOptions options, SettingSources said) throws Exception;

    /**
     * Plans which renditions are to be made, and prints what it finds.
     */
    void plan(PlanOptions options, SettingSources said) throws Exception;

    /** Renders the file {@code in} as the key says, into the file {@code out}. */
    void render(Path in, String key, Path out, SettingSources said) throws Exception;

    /** Makes what a first start would have to make, and says which engine there is. */
    void prepare(SettingSources said) throws Exception;

    /**
     * Checks a deployment from outside, and prints what it finds.
     *
     * @return true when nothing failed
     */
    boolean check(Deployment deployment) throws Exception;

    /** Runs everything on this machine. */
    void demo(DemoOptions options, SettingSources said) throws Exception;
}
