# The way in. Two locks: the network takes only CloudFront's addresses, which every AWS customer's distribution shares; the header says whose it is.

data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "load_balancer" {
  name_prefix = "${var.name}-origin-"
  description = "The processor's load balancer"
  vpc_id      = var.vpc_id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

# The list counts as 55 rules of the security group's quota of 60.
resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  security_group_id = aws_security_group.load_balancer.id
  description       = "From CloudFront"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  tags              = var.tags
}

resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "To the tasks"
  referenced_security_group_id = aws_security_group.task.id
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  tags                         = var.tags
}

resource "aws_lb" "this" {
  name                       = "${var.name}-origin"
  load_balancer_type         = "application"
  internal                   = var.exposure == "vpc-origin"
  security_groups            = [aws_security_group.load_balancer.id]
  subnets                    = var.exposure == "vpc-origin" ? var.private_subnet_ids : var.public_subnet_ids
  drop_invalid_header_fields = true
  idle_timeout               = 120
  enable_deletion_protection = var.deletion_protection
  tags                       = var.tags
}

resource "aws_lb_target_group" "this" {
  name                 = "${var.name}-processor"
  target_type          = "ip"
  port                 = local.port
  protocol             = "HTTP"
  vpc_id               = var.vpc_id
  deregistration_delay = 60
  # A render takes seconds or microseconds, so turns are a poor measure of load.
  load_balancing_algorithm_type = "least_outstanding_requests"
  tags                          = var.tags

  health_check {
    path                = "/-/ready"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn
  tags              = var.tags

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Not by this way."
      status_code  = "403"
    }
  }
}

resource "aws_lb_listener_rule" "verified" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 10
  tags         = var.tags

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }

  condition {
    http_header {
      http_header_name = "X-Origin-Verify"
      values           = var.origin_secrets
    }
  }
}

resource "aws_cloudfront_vpc_origin" "this" {
  count = var.exposure == "vpc-origin" ? 1 : 0

  tags = var.tags

  vpc_origin_endpoint_config {
    name                   = "${var.name}-processor"
    arn                    = aws_lb.this.arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = "https-only"

    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }

  # The listener is what it connects to.
  depends_on = [aws_lb_listener.https]
}
