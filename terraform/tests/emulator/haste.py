"""Where the emulator is done sooner than AWS: the provider, which waits in long steps, then does not wait for nothing."""

from moto.core.responses import EmptyResult


def hasten():
    records()


def records():
    """Route 53: a change of records comes without the number by which the provider would ask, 15 s later, whether all name servers have it."""
    from moto.route53.responses import Route53

    change = Route53.change_resource_record_sets

    def changed(self):
        change(self)
        return EmptyResult()

    Route53.change_resource_record_sets = changed
