variable "name" {
  description = "Name of the deployment and prefix of its resources' names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 22 characters of a-z, 0-9 and -, begin with a letter and not end with -."
  }
}

variable "topology" {
  description = "`redirect`: website bucket, misses go by redirect to a second distribution. `failover`: private bucket first, the processor where it has none, one URL. `direct`: the processor behind one distribution. `region`: one Region's share of a multi-region deployment, without a distribution."
  type        = string
  default     = "redirect"
  nullable    = false

  validation {
    condition     = contains(["redirect", "failover", "direct", "region"], var.topology)
    error_message = "topology must be redirect, failover, direct or region."
  }
}

variable "hosts" {
  description = "Three names: `images` is what pages use, `process` where a miss is redirected to (redirect only), `origin` the processor's load balancer, which only CloudFront asks."
  type = object({
    images  = string
    process = optional(string)
    origin  = string
  })
  nullable = false

  validation {
    condition = alltrue([
      for host in values(var.hosts) : host == null || can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$", host))
    ])
    error_message = "hosts must be bare host names such as images.example.org: no scheme, port, path or capital letters."
  }

  validation {
    condition     = length(distinct(compact(values(var.hosts)))) == length(compact(values(var.hosts)))
    error_message = "hosts must all differ: a host that redirects to itself, or is its own origin, is a loop."
  }

  validation {
    condition     = (var.topology == "redirect") == (var.hosts.process != null)
    error_message = "hosts.process is needed for the redirect topology, and only there."
  }
}

variable "zone" {
  description = "Route 53 zone for the records and the proofs of the certificates. Null: you make the records, and give certificate_arns."
  type        = object({ id = string })
  default     = null
}

variable "certificate_arns" {
  description = "Certificates you have already: `images` and `process` in us-east-1, `origin` in the processor's Region. What is missing is made in zone."
  type = object({
    images  = optional(string)
    process = optional(string)
    origin  = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for arn in compact([var.certificate_arns.images, var.certificate_arns.process]) : can(regex("^arn:[^:]*:acm:us-east-1:", arn))
    ])
    error_message = "certificate_arns.images and .process must be of us-east-1: CloudFront takes no other."
  }

  validation {
    condition = var.zone != null || (
      var.certificate_arns.origin != null
      && (var.topology == "region" || !var.images_distribution || var.certificate_arns.images != null)
      && (var.topology != "redirect" || var.certificate_arns.process != null)
    )
    error_message = "Without zone, certificate_arns must hold one for every host that the topology uses."
  }
}

variable "originals" {
  description = "The private bucket of originals. `force_destroy` deletes them with the bucket, for good."
  type = object({
    bucket                  = string
    versioning              = optional(bool, false)
    noncurrent_days         = optional(number, 30)
    kms_key_arn             = optional(string)
    source_policy_documents = optional(list(string), [])
    force_destroy           = optional(bool, false)
  })
  nullable = false
}

variable "renditions" {
  description = "The bucket of renditions: a website in the redirect topology, private in the others. Under `key_prefix` (like `i/`; empty means everywhere) misses are redirected and renditions written. `access` is for the redirect topology: `referer`, or `public` (get for everyone, list for nobody, a second rule for 403)."
  type = object({
    bucket            = string
    key_prefix        = optional(string, "")
    access            = optional(string, "referer")
    expire_after_days = optional(number, 365)
    versioning        = optional(bool, false)
    force_destroy     = optional(bool, false)
  })
  nullable = false

  validation {
    condition     = var.renditions.bucket != var.originals.bucket
    error_message = "renditions.bucket must differ from originals.bucket: originals would be public, and renditions of renditions be made."
  }

  validation {
    condition     = can(regex("^([A-Za-z0-9._-]+/)*$", var.renditions.key_prefix))
    error_message = "renditions.key_prefix must be empty or end with a slash, like i/, and must not begin with one."
  }
}

variable "images_distribution" {
  description = "Redirect topology: false leaves out the first distribution. Visitors then ask the website itself, over http; its bucket must have the images host's name, and renditions.access be public."
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition     = var.images_distribution || var.topology == "redirect"
    error_message = "images_distribution may be false in the redirect topology only: a private bucket serves nobody by itself."
  }

  validation {
    condition     = var.images_distribution || (var.renditions.access == "public" && var.renditions.bucket == var.hosts.images)
    error_message = "Without images_distribution, renditions.access must be public, and renditions.bucket be hosts.images: S3 finds a website by its host."
  }
}

variable "redirect" {
  description = "The rule of the redirect topology: `code` 302 or 307; `protocol` https."
  type = object({
    code     = optional(number, 302)
    protocol = optional(string, "https")
  })
  default  = {}
  nullable = false
}

variable "origin_secrets" {
  description = "Values of X-Origin-Verify by which the load balancer and the processor know our distribution: one, or two while they are being rotated. The first is sent. They end up in the state: encrypt it."
  type        = list(string)
  nullable    = false
  sensitive   = true
}

variable "referer_secrets" {
  description = "Values of the Referer by which the website bucket knows CloudFront, with renditions.access `referer`: one, or two while they are being rotated. The first is sent, in clear over http between CloudFront and S3."
  type        = list(string)
  default     = []
  nullable    = false
  sensitive   = true

  validation {
    condition     = var.topology != "redirect" || var.renditions.access == "public" || (length(var.referer_secrets) >= 1 && length(var.referer_secrets) <= 2)
    error_message = "referer_secrets must hold one value, or two while they are being rotated."
  }

  validation {
    condition     = alltrue([for secret in var.referer_secrets : can(regex("^[A-Za-z0-9_-]{20,128}$", secret))])
    error_message = "Each of referer_secrets must be 20 to 128 characters of A-Z, a-z, 0-9, _ and -: a policy reads * and ? as wildcards in some conditions."
  }
}

variable "caching" {
  description = "How long CloudFront keeps what it is given, in seconds. `default_ttl` is for answers without Cache-Control, which a redirect of S3 is: it must be 0 in the redirect topology. `missing_original_ttl` is the least for a 404 of the processor."
  type = object({
    default_ttl          = optional(number, 0)
    max_ttl              = optional(number, 31536000)
    missing_original_ttl = optional(number, 10)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.topology != "redirect" || var.caching.default_ttl == 0
    error_message = "caching.default_ttl must be 0 in the redirect topology: CloudFront would keep the redirect after the rendition is there."
  }
}

variable "failover_status_codes" {
  description = "Failover topology: answers of the bucket upon which CloudFront asks the processor."
  type        = set(number)
  default     = [403, 404, 500, 502, 503, 504]
  nullable    = false

  validation {
    condition     = contains(var.failover_status_codes, 403) && contains(var.failover_status_codes, 404)
    error_message = "failover_status_codes must hold 403 and 404: to CloudFront, which may not list the bucket, a miss is 403."
  }
}

variable "negotiation" {
  description = "What the images host chooses for a visitor when the URL leaves it open: `formats` from Accept, best first; `dpr` doubles the pixels where the DPR header asks and Save-Data does not forbid."
  type = object({
    formats = optional(list(string), ["avif", "webp"])
    dpr     = optional(bool, false)
  })
  default  = {}
  nullable = false
}

variable "signing_secrets" {
  description = "Refuse, at the edge and in the processor, keys without a signature made with one of these: one, or two while they are being rotated. Empty asks for none."
  type        = list(string)
  default     = []
  nullable    = false
  sensitive   = true
}

variable "processor" {
  description = "The processor's tasks. `image` by digest or a tag that never moves; `cpu` and `memory` in Fargate's units; `environment` holds further LATENT_ settings."
  type = object({
    image                    = string
    architecture             = optional(string, "ARM64")
    cpu                      = optional(number, 2048)
    memory                   = optional(number, 4096)
    min_tasks                = optional(number, 2)
    max_tasks                = optional(number, 10)
    target_cpu_percent       = optional(number, 60)
    rendition_cache_control  = optional(string, "public, max-age=12312312")
    environment              = optional(map(string), {})
    container_insights       = optional(bool, false)
    log_retention_days       = optional(number, 30)
    deletion_protection      = optional(bool, false)
    response_timeout_seconds = optional(number, 60)
  })
  nullable = false
}

variable "workers" {
  description = "Warm workers and the queue of changed originals; null for neither. `command` is what the image is told to do."
  type = object({
    command             = optional(list(string), ["warm"])
    cpu                 = optional(number, 2048)
    memory              = optional(number, 4096)
    max_workers         = optional(number, 4)
    messages_per_worker = optional(number, 100)
    spot                = optional(bool, true)
  })
  default = {}
}

variable "cache_tags" {
  description = "Workers purge at CloudFront by the renditions' cache tag, exactly and within seconds, and not by wildcard path. Only for distributions that read the tags: see the README's Providers."
  type        = bool
  default     = false
  nullable    = false
}

variable "network" {
  description = "A network you have already; null makes a small one."
  type = object({
    vpc_id             = string
    public_subnet_ids  = list(string)
    private_subnet_ids = list(string)
  })
  default = null
}

variable "network_cidr" {
  description = "Addresses of the network that is made."
  type        = string
  default     = "10.64.0.0/20"
  nullable    = false
}

variable "egress" {
  description = "Way out of the network that is made: `nat`, or `endpoints` for none but to AWS; purges at CloudFront need nat."
  type        = string
  default     = "nat"
  nullable    = false
}

variable "exposure" {
  description = "`prefix-list`: a public load balancer that takes only CloudFront's addresses. `vpc-origin`: an internal one that CloudFront reaches inside the network."
  type        = string
  default     = "prefix-list"
  nullable    = false

  validation {
    condition     = var.exposure == "prefix-list" || var.topology != "region"
    error_message = "exposure must be prefix-list in the region topology: a VPC origin has no latency records."
  }
}

variable "latency_region" {
  description = "Region topology: make the origin host's record one of several, answered to those for whom this Region is nearest."
  type        = string
  default     = null
}

variable "reader_distribution_arns" {
  description = "Region topology: the distributions that read the renditions bucket, and are told of what is purged."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "origin_shield_region" {
  description = "Region of Origin Shield, one more cache before the processor, best where the processor is; null for none."
  type        = string
  default     = null
}

variable "firewall" {
  description = "A firewall before the distributions; null for none. It costs per request."
  type = object({
    requests_per_window = optional(number, 3000)
  })
  default = null
}

variable "price_class" {
  description = "Which edges serve: PriceClass_100, PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_All"
  nullable    = false
}

variable "wait_for_deployment" {
  description = "Wait until every edge has the configuration, which takes minutes."
  type        = bool
  default     = true
  nullable    = false
}

variable "monitoring" {
  description = "Alarms, dashboard and budget. `alarm_topic_arns` are told, `edge_alarm_topic_arns` (of us-east-1) of the distributions' faults; `budget` mails at 80 percent of a monthly bill and when 100 percent is forecast."
  type = object({
    alarm_topic_arns        = optional(list(string), [])
    edge_alarm_topic_arns   = optional(list(string), [])
    faults_per_five_minutes = optional(number, 10)
    slow_seconds            = optional(number, 10)
    queue_age_seconds       = optional(number, 900)
    budget = optional(object({
      monthly_usd = number
      emails      = list(string)
      tag         = optional(object({ key = string, value = string }))
    }))
  })
  default  = {}
  nullable = false
}

variable "tags" {
  description = "Tags of every resource that takes them."
  type        = map(string)
  default     = {}
  nullable    = false
}
