import type { ErrorDefinition } from './definition.ts';

export const sharingErrors = {
  'resource.not_found': {
    status: 404,
    en: 'There is no such resource, or you may not see it.',
    'zh-CN': '没有该资源，或者您无权查看。',
  },
  'resource.not_in_service': {
    status: 409,
    en: '“{name}” is not in service, so it cannot be booked. Choose another, or ask its owner.',
    'zh-CN': '“{name}”目前停用，无法预约。请另选其他资源，或者咨询其所有者。',
  },
  'resource.person_missing': {
    status: 422,
    en: 'Hours belong to a person: say whose they are. Other kinds have no person.',
    'zh-CN': '时间属于个人：请说明是谁的时间。其他类型不涉及个人。',
    constraints: ['resource_person_of_time', 'resource_person_id_fkey'],
  },
  'resource.agreement_not_binding': {
    status: 422,
    en: 'Name agreements that are in force and bind your organisation.',
    'zh-CN': '请指定已生效且约束您组织的协议。',
    constraints: ['resource_agreement_binds_owner', 'resource_agreement_agreement_id_fkey'],
  },
  'resource.offer_unknown': {
    status: 422,
    en: 'Link offers that you can see, of your organisation or of one with which it shares a partnership.',
    'zh-CN': '请关联您能看到的项目，且须属于您的组织或与其同属一个合作关系的组织。',
    constraints: ['resource_offer_may_be_linked', 'resource_offer_offer_id_fkey'],
  },
  'resource.unit_elsewhere': {
    status: 422,
    en: 'The unit belongs to another organisation. Choose one of your own.',
    'zh-CN': '该部门属于其他组织。请选择本组织的部门。',
    constraints: ['resource_unit_fkey', 'booking_unit_fkey'],
  },
  'resource.photograph_unreadable': {
    status: 422,
    en: 'A photograph is a picture: PNG, JPEG or WebP. Add this file as a document instead.',
    'zh-CN': '照片须为 PNG、JPEG 或 WebP 图片。请将此文件作为文档添加。',
  },
  'resource.files_full': {
    status: 409,
    en: 'A resource shows at most {limit} photographs and documents. Remove one first.',
    'zh-CN': '每个资源最多展示 {limit} 个照片和文档。请先移除一个。',
  },
  'resource.part_elsewhere': {
    status: 422,
    en: 'A part is another resource of your own organisation, not this one itself and not one of others.',
    'zh-CN': '组成部分须是本组织的另一资源，不能是该资源本身，也不能属于其他组织。',
    constraints: ['resource_part_other', 'resource_part_part_id_fkey'],
  },
  'resource.partner_unknown': {
    status: 422,
    en: 'A share is promised to an organisation of the network, and one of them is none.',
    'zh-CN': '份额须承诺给网络中的组织，其中有一个不存在。',
    constraints: ['resource_share_organisation_id_fkey'],
  },
  'qualification.recognises_itself': {
    status: 422,
    en: 'A qualification need not recognise itself. Take it out of the list.',
    'zh-CN': '资格无需认可自身。请将其从列表中移除。',
    constraints: ['qualification_recognition_other'],
  },
  'qualification.offer_unknown': {
    status: 422,
    en: 'There is no such offer. Choose the instruction that leads to the passport, or none.',
    'zh-CN': '没有该项目。请选择可获得资格的培训，或者留空。',
    constraints: ['qualification_offer_id_fkey'],
  },
  'resource.in_use': {
    status: 409,
    en: '{count} bookings would clash with this. Move or cancel them first.',
    'zh-CN': '{count} 个预约与此冲突。请先移动或取消它们。',
  },
  'resource.not_idle': {
    status: 409,
    en: 'Only {hours} hours of these days are free for such places. Offer fewer places or hours, or choose more days.',
    'zh-CN': '这段时间内仅有 {hours} 小时可供此类名额使用。请减少名额或时长，或者选择更多天数。',
  },
  'resource.agreement_not_chosen': {
    status: 422,
    en: 'Several agreements open this resource to partners. Say to the parties of which one these hours are offered.',
    'zh-CN': '多份协议向伙伴开放该资源。请选择向哪份协议的签约方提供这些时段。',
  },
  'resource.hours_not_bookable': {
    status: 422,
    en: 'By its rules this resource is booked for at least {shortest} minutes, in steps of {step} minutes. Offer places of such a length.',
    'zh-CN': '根据规则，该资源至少预约 {shortest} 分钟，以 {step} 分钟为单位。请按此设定每个名额的时长。',
  },
  'booking.held_for_offer': {
    status: 409,
    en: 'These hours are held for an offer. Withdraw the offer to free them.',
    'zh-CN': '这些时段为某个项目保留。如需释放，请撤回该项目。',
  },
  'booking.not_found': {
    status: 404,
    en: 'There is no such booking, or you may not see it.',
    'zh-CN': '没有该预约，或者您无权查看。',
  },
  'booking.clash': {
    status: 409,
    en: '{names} cannot be had at that time: somebody holds it. Choose another time.',
    'zh-CN': '{names} 在该时间已被占用。请选择其他时间。',
    constraints: ['booking_item_no_clash', 'booking_holds_all'],
  },
  'booking.rules_not_met': {
    status: 422,
    en: 'This time cannot be booked: {reasons}',
    'zh-CN': '该时间无法预约：{reasons}',
  },
  'booking.resource_twice': {
    status: 422,
    en: 'The same resource stands here twice, the second time in place {place}. Name it once, and how many of it you need.',
    'zh-CN': '同一资源出现了两次（第二次在第 {place} 位）。请只列一次，并注明所需数量。',
  },
  'booking.not_for_you': {
    status: 409,
    en: '{names} is not open to your organisation at that time. Look at its opening hours for another.',
    'zh-CN': '{names} 在该时间不对您的组织开放。请查看其开放时间。',
  },
  'booking.agreement_missing': {
    status: 409,
    en: '{names} is open at that time to partners under agreements that the owner named, and none of these binds your organisation today.',
    'zh-CN': '{names} 在该时间仅向所有者指定协议的签约方开放，目前没有这样的协议约束您的组织。',
  },
  'booking.opened_until': {
    status: 409,
    en: '{names} is open to your organisation until {day}: then the agreement or partnership that opens it ends. Choose a day before that.',
    'zh-CN': '{names} 对您的组织开放至{day}，届时使其开放的协议或合作关系结束。请选择此前的日期。',
  },
  'booking.offer_unknown': {
    status: 422,
    en: 'Book for an offer that you can see, and that is published and not over.',
    'zh-CN': '请为您能看到、已发布且尚未结束的项目预约。',
    constraints: ['booking_offer_id_fkey'],
  },
  'booking.quota_reached': {
    status: 409,
    en: 'That is more than the quota leaves in this period. Book less time, or another period.',
    'zh-CN': '超出该期间的限额。请减少时长，或者选择其他期间。',
    constraints: ['quota_use_within_limit'],
  },
  'booking.passport_missing': {
    status: 409,
    en: 'You need a valid passport for: {names}. Take the instruction first.',
    'zh-CN': '您需要以下有效资格：{names}。请先参加培训。',
  },
  'booking.time_unreadable': {
    status: 422,
    en: 'There is no such time in {timeZone}: {time}. The calendar has no such day, or clocks go forward over it.',
    'zh-CN': '{timeZone} 没有这个时间：{time}。日历上没有这一天，或者因夏令时跳过。',
  },
  'booking.zone_unknown': {
    status: 422,
    en: '“{timeZone}” is no time zone. Use a name like Europe/Lisbon.',
    'zh-CN': '“{timeZone}”不是时区。请使用 Europe/Lisbon 这样的名称。',
  },
  'booking.rule_unreadable': {
    status: 422,
    en: 'The rule cannot be read as RFC 5545 recurrence: {reason}',
    'zh-CN': '无法将规则读作 RFC 5545 重复规则：{reason}',
  },
  'booking.rule_endless': {
    status: 422,
    en: 'The rule never ends, or gives more than {limit} occurrences. Give COUNT or UNTIL.',
    'zh-CN': '该规则没有终点，或者超过 {limit} 次。请给出 COUNT 或 UNTIL。',
  },
  'booking.rule_empty': {
    status: 422,
    en: 'The rule gives no occurrence.',
    'zh-CN': '该规则没有产生任何时间。',
  },
  'booking.series_incomplete': {
    status: 409,
    en: '{count} of the occurrences cannot be had. Nothing was booked; leave them out or choose other times.',
    'zh-CN': '其中 {count} 次无法预约，因此没有做任何预约。请去除它们或另选时间。',
  },
  'booking.not_waited_for': {
    status: 409,
    en: 'That time is free, so nobody has to wait: book it.',
    'zh-CN': '该时间空闲，无需候补：请直接预约。',
  },
  'booking.response_late': {
    status: 409,
    en: 'It had to be accepted by {respondBy}. It went to the next who waits.',
    'zh-CN': '须在 {respondBy} 之前接受，现已给予下一位候补。',
  },
  'booking.has_begun': {
    status: 409,
    en: 'This has begun, so that is no longer possible. Finish it instead.',
    'zh-CN': '预约已开始，无法执行该操作。请改为结束预约。',
  },
  'booking.end_past': {
    status: 422,
    en: 'That end is past already. Finish the booking instead; its time until now counts.',
    'zh-CN': '该结束时间已过。请改为结束预约；至今的时间照常计入。',
  },
  'booking.approval_needed': {
    status: 409,
    en: '{names} needs approval, so it cannot be added to this booking. Book it by itself.',
    'zh-CN': '{names} 需要批准，不能加入此预约。请单独预约。',
  },
  'booking.not_begun': {
    status: 409,
    en: 'Check-in opens 15 minutes before it begins, at {opensAt}.',
    'zh-CN': '开始前 15 分钟即 {opensAt} 起可以签到。',
  },
  'booking.code_wrong': {
    status: 422,
    en: 'That is not the code at the resource. Read it again.',
    'zh-CN': '签到码不正确。请重新查看。',
  },
  'booking.recall_impossible': {
    status: 422,
    en: 'It can only be called back to a moment that is still to come and before it is due.',
    'zh-CN': '催还时间须晚于现在，且早于原定结束时间。',
  },
  'booking.too_late_to_decide': {
    status: 409,
    en: 'It should have begun already, so it can no longer be approved.',
    'zh-CN': '预约的开始时间已过，无法再同意。',
  },
  'swap.not_found': {
    status: 404,
    en: 'There is no such proposal to swap, or it is not yours to answer.',
    'zh-CN': '没有该交换请求，或者不由您答复。',
  },
  'swap.outdated': {
    status: 409,
    en: 'One of the two bookings changed since the swap was proposed. Propose it again.',
    'zh-CN': '提出交换后其中一个预约有变动。请重新提出。',
    constraints: ['booking_swap_answer_whole'],
  },
  'swap.proposed_already': {
    status: 409,
    en: 'This swap is proposed already and waits for an answer.',
    'zh-CN': '该交换已提出，等待答复。',
    constraints: ['booking_swap_open_key'],
  },
  'swap.not_possible': {
    status: 422,
    en: 'Only confirmed bookings that have not begun, of the same resources and length, can be swapped, by people whose passports cover the other time.',
    'zh-CN': '只有尚未开始、资源与时长相同的已确认预约才能交换，且双方的资格须覆盖对方的时间。',
    constraints: ['booking_swap_other'],
  },
  'swap.opened_until': {
    status: 409,
    en: '{names} is open to one of the two organisations until {day} only, so it cannot get the other time.',
    'zh-CN': '{names} 对其中一方的组织仅开放至{day}，因此无法换得另一时间。',
  },
  'qualification.not_found': {
    status: 404,
    en: 'There is no such qualification, or it is not your organisation’s.',
    'zh-CN': '没有该资格，或者不属于您的组织。',
    constraints: ['resource_qualification_qualification_id_fkey', 'qualification_recognition_recognised_id_fkey'],
  },
  'passport.not_found': {
    status: 404,
    en: 'There is no such passport, or you may not see it.',
    'zh-CN': '没有该资格证明，或者您无权查看。',
  },
  'passport.exists': {
    status: 409,
    en: 'This person has that passport from the same day already.',
    'zh-CN': '该人员在同一天已获得此资格证明。',
    constraints: ['passport_current_key'],
  },
  'passport.dates_reversed': {
    status: 422,
    en: 'A passport ends on a later day than it begins. Choose another last day.',
    'zh-CN': '资格的截止日期须晚于起始日期。请另选截止日期。',
    constraints: ['passport_dates_in_order'],
  },
  'passport.person_missing': {
    status: 422,
    en: 'There is no such person, or you may not see them.',
    'zh-CN': '没有该人员，或者您无权查看。',
    constraints: ['passport_person_id_fkey', 'booking_attendee_person_id_fkey'],
  },
} as const satisfies Record<string, ErrorDefinition>;
