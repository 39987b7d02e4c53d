package latent.plan;

/**
 * Numbers of what a plan has found.
 *
 * @param originals        originals that can have renditions
 * @param absent           originals that the list of keys names and that do not exist
 * @param otherFiles       other files in the originals bucket
 * @param wanted           renditions that are wanted
 * @param present          of those, stored and not stale
 * @param missing          of those, not stored
 * @param stale            stored renditions that are older than their original, or made from another version; wanted or not
 * @param orphaned         stored renditions whose original is gone
 * @param ofOtherHosts     renditions whose originals come from other hosts: no listing has those, so whether they are stale is not known
 * @param unplanned        further stored renditions, which are not wanted by the plan
 * @param otherObjects     objects in the renditions bucket that are no renditions by today's rules
 * @param families         originals of which at least one rendition is to be made
 * @param toMake           renditions to be made: wanted, and missing or stale
 * @param bytesToRead      size of the originals of those
 * @param bytesToRender    the same, with each original counted once for each of its renditions to be made
 * @param pixelsToMake     pixels of those renditions, by their requested size; a side that is left free counts as in a photograph of 3 to 2
 */
public record PlanCounts(
        long originals,
        long absent,
        long otherFiles,
        long wanted,
        long present,
        long missing,
        long stale,
        long orphaned,
        long ofOtherHosts,
        long unplanned,
        long otherObjects,
        long families,
        long toMake,
        long bytesToRead,
        long bytesToRender,
        long pixelsToMake) {}
