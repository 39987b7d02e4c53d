package latent.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import latent.refusal.Fault;
import latent.refusal.Reason;

/** The codes of which a test reads the line of the log; see {@link CodeLinesSetUp}, which holds it to that. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ReadsLinesOf {
    Reason[] refusals() default {};

    Fault[] faults() default {};
}
