import { type Words } from './words';

export const chinese: Words = {
  roles: {
    circa: '约|約|大约|大約',
    before: '之前|以前',
    after: '之后|之後|以后|以後',
    and: '和|或',
    to: '至|到',
    century: '世纪|世紀',
    decade: '年代',
    bce: '公元前|西元前',
    ce: '公元|西元',
    early: '初|早期|初年|初叶|初葉',
    middle: '中期|中叶|中葉',
    late: '末|晚期|末年|末叶|后期',
    year: '年',
    month: '月',
    day: '日',
    undated: '年代不详|年代不詳|无年款|無年款|未署年',
  },
};
