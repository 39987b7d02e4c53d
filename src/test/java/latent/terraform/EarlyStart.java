package latent.terraform;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Begins the verification of the Terraform when it is going to be needed, so that its minutes pass while other tests run. */
public final class EarlyStart implements TestExecutionListener {
    private static final Set<String> WHO_NEED_IT = Set.of(
            "latent.terraform.TerraformTest",
            "latent.local.topology.AppliedTopologyTest",
            "latent.local.topology.AppliedRegionsTest");

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        boolean needed = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(TestIdentifier::getSource)
                .flatMap(Optional::stream)
                .filter(ClassSource.class::isInstance)
                .anyMatch(source -> WHO_NEED_IT.contains(((ClassSource) source).getClassName()));
        if (needed) {
            Verification.ofThisJvm();
        }
    }
}
