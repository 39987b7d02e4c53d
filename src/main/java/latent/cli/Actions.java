package latent.cli;

import latent.config.Sources;

/** What the commands do, once their words are understood. Each returns when it is done or stopped. */
public interface Actions {
    /** Runs the processor. */
    void serve(Sources said) throws Exception;

    /** Runs everything on this machine. */
    void demo(DemoOptions options, Sources said) throws Exception;
}
